import { z } from "zod";
import { slugSchema } from "../schema";

const text = z.string().min(1);

/** A municipality of `content/places.yaml`. */
const placeSchema = z.strictObject({
  /** The official municipality key (AGS), which no two places share. */
  key: z.string().regex(/^\d{8}$/, "eight digits"),
  name: z.strictObject({ de: text, ar: text, en: text }),
  /** Other spellings in use. */
  also: z.array(text),
  /** Districts that people call their town. */
  parts: z.array(text),
  postcodes: z.array(z.string().regex(/^\d{5}$/, "five digits")).min(1),
  /** The office responsible for the people registered here; null while it has no page. */
  office: slugSchema.nullable(),
});

/** `content/places.yaml`. */
export const placesSchema = z.array(placeSchema).superRefine((places, context) => {
  const keys = places.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice) context.addIssue({ code: "custom", message: `the municipality ${twice} stands twice` });
});

/** Longer than any name of a place with its postcode. */
export const longestPlace = 100;
