import { z } from "zod";
import { day, localized, text, webAddress } from "@/lib/guides/source/schema";

/** One entry of `content/laws.yaml`. The id is the name that citations end with (`AufenthV`, `SGB V`). */
export const lawSchema = z.strictObject({
  id: text,
  name: localized,
  url: webAddress,
  /** Address of one paragraph; `{n}` stands for its number. */
  paragraph: text.regex(/^https:\/\/\S*\{n\}\S*$/, "an https address with {n}").optional(),
  /** The day of the text that was read. */
  asOf: day,
  verifiedAt: day,
  reviewBy: day,
  note: text.optional(),
});
