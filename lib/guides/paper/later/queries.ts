import "server-only";
import type { GuideSummary } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { shellOf } from "@/lib/platform/shells";
import { laterAbout, laterPath } from "./rules";

/**
 * The page for readers of a guide whose PDF cannot be had just now.
 *
 * @param origin where the portal itself answers, for development
 */
export async function paperLaterPage(
  { slug, title }: Pick<GuideSummary, "slug" | "title">,
  locale: Locale,
  origin: string,
): Promise<string> {
  return laterAbout(await shellOf(`/${locale}${laterPath}`, origin), slug, title);
}
