import "server-only";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { isUnreachable, nameOfError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { shellOf } from "@/lib/platform/shells";
import { search } from "@/lib/search/queries";
import { searchKinds } from "@/lib/search/types";
import { filledPage, partHtml } from "./rules";
import type { PageText } from "./types";

/** The search page with its results, as plain HTML. `origin`: where the portal itself answers, for development. */
export async function searchPage(
  locale: Locale,
  query: string,
  origin: string,
  refused: boolean,
): Promise<string> {
  const text = await pageText(locale, query, { typing: false, refused });
  return filledPage(await shellOf(`/${locale}/search`, origin), query, text);
}

/** The part of that page which changes while somebody types. */
export async function searchPart(locale: Locale, query: string, refused: boolean): Promise<string> {
  return partHtml(await pageText(locale, query, { typing: true, refused }));
}

async function pageText(
  locale: Locale,
  query: string,
  { typing, refused }: { typing: boolean; refused: boolean },
): Promise<PageText> {
  const t = translator(locale, "search");
  const kinds = Object.fromEntries(
    searchKinds.map((kind) => [kind, t(`kinds.${kind}`)]),
  ) as PageText["kinds"];
  const nothing = { advice: "", suggestion: null, hits: [], kinds };
  if (refused) return { ...nothing, status: t("busy") };
  if (!query) return { ...nothing, status: t("empty") };
  try {
    const { hits, suggestion } = await search(query, locale, { typing });
    const text = suggestion && t(hits.length > 0 ? "corrected" : "suggestion", { query: suggestion });
    const href = `/${locale}/search?q=${encodeURIComponent(suggestion ?? "")}`;
    return {
      status: t("results", { count: hits.length, query }),
      advice: hits.length > 0 ? "" : t("none"),
      suggestion: text ? { text, href } : null,
      hits,
      kinds,
    };
  } catch (error) {
    log.error({ error: nameOfError(error) }, "search failed");
    if (!isUnreachable(error)) throw error;
    return { ...nothing, status: t("unavailable") };
  }
}
