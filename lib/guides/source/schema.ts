import { z } from "zod";
import { locales } from "@/lib/i18n/routing";

/** Dotted or plain identifier in lower case: `travel-document.fee`. */
export const identifier = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/,
    "lower case letters, digits, hyphens and dots",
  );

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower case letters, digits and single hyphens");

export const text = z.string().trim().min(1);

/** A text in every language; a missing language is an error. */
export const localized = z.record(z.enum(locales), text);

export const day = z.iso.date("a day as YYYY-MM-DD");

export const webAddress = z.url({ protocol: /^https$/, error: "an https address" });

/** Where a statement was read. */
export const citedSource = z.strictObject({ title: text, url: webAddress });
