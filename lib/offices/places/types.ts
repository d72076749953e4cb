import type { z } from "zod";
import type { placesSchema } from "./schema";

export type Place = z.infer<typeof placesSchema>[number];

/** What a postcode or a name leads to. `likely`: the name is written differently. */
export type PlaceAnswer = {
  places: Place[];
  match: "postcode" | "name" | "likely" | "none";
  /** The postcode in the question, if there is one. */
  postcode: string | null;
};
