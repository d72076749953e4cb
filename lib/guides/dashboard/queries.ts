import "server-only";
import { loadContent } from "@/lib/guides/content/queries";
import type { Locale } from "@/lib/i18n/routing";
import { berlinDate } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";
import { contentState } from "./rules";
import type { ContentState } from "./types";

/** What the editors have to know of the content today. It is there in spite of mistakes: they are what one looks for. */
export async function getContentState(locale: Locale): Promise<ContentState> {
  const today = berlinDate(await now()).toString();
  return contentState(loadContent().content, today, locale, process.env.BUILT_ON ?? today);
}
