import type { z } from "zod";
import type { Locale } from "@/lib/i18n/routing";
import type { officeSchema } from "./schema";

/** A text in every language of the portal. */
export type Localized = Record<Locale, string>;

export type Office = z.infer<typeof officeSchema>;
export type Department = Office["departments"][number];
export type Concern = Department["concerns"][number];
export type OpeningHours = Department["openingHours"][number];
export type SlotPolicy = Department["policy"];
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
