/** How the procedure that docs/draw.md describes is called in a record; another procedure gets another number. */
export const algorithm = "mawid-draw/1";

export const partsOfDay = ["morning", "afternoon"] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** What an entry asks for. An empty list asks for nothing in particular. */
export type Wishes = {
  /** Days in Berlin, `YYYY-MM-DD`. */
  days: string[];
  parts: PartOfDay[];
};

/** An entry as everybody may see it. */
export type DrawEntry = { pseudonym: string; weight: number; units: number; wishes: Wishes };

/** One slot that is drawn for; RFC 3339 in Berlin's offset. */
export type DrawPlace = { counter: number; startsAt: string; endsAt: string };

/** Where the entry's run of slots begins, or null when it lost. */
export type DrawResult = { pseudonym: string; place: { counter: number; startsAt: string } | null };

/** What counts for the weight of an entry, as announced with the draw. */
export type WeightPolicy = {
  baseWeight: number;
  perEarlierLoss: number;
  maxEarlierLosses: number;
  permitExpiring: { weeks: number; weight: number };
};

/** What is known of a draw from its publication on. */
export type DrawTerms = {
  id: string;
  office: string;
  department: string;
  /** ISO week, `2026-W50`. */
  week: string;
  opensAt: string;
  closesAt: string;
  /** SHA-256 of the seed, in hexadecimal digits. */
  commitment: string;
  policy: WeightPolicy;
};

/** Everything the result follows from, but for the seed. */
export type DrawInput = {
  terms: DrawTerms;
  entries: DrawEntry[];
  /** Pseudonyms of those who had an appointment by the time of the draw and so were left out. */
  excluded: string[];
  places: DrawPlace[];
};
