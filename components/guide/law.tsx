import type { Citation } from "@/lib/guides/laws/types";
import type { Locale } from "@/lib/i18n/routing";

/** A citation, isolated and German, that leads to the text of the law. */
export function Law({ citation, locale }: { citation: Citation; locale: Locale }) {
  // The sign and the abbreviations stay with their number at the end of a line.
  const text = citation.cite.replace(/(§|Art\.|Abs\.|Nr\.|Satz) /g, "$1\u00a0");
  return (
    <a href={citation.url} rel="external noopener" title={citation.name[locale]}>
      <bdi dir="ltr" lang="de">
        {text}
      </bdi>
    </a>
  );
}
