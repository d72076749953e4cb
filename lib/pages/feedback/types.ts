import type { z } from "zod";
import type { Locale } from "@/lib/i18n/routing";
import type { voteSchema } from "./schema";

export type Vote = z.infer<typeof voteSchema>;

/** A vote as its own page shows it. */
export type GivenVote = { page: string; helpful: boolean; told: boolean };

/** What readers said about one page since a day. */
export type PageOpinion = {
  page: string;
  helpful: number;
  unhelpful: number;
  /** The latest texts first. */
  missing: { text: string; locale: Locale; helpful: boolean; givenOn: string }[];
};
