import { unbroken } from "@/lib/guides/laws/rules";
import type { Citation } from "@/lib/guides/laws/types";
import type { Locale } from "@/lib/i18n/routing";

/** A citation, isolated and German, that leads to the text of the law. It stays on one line where it can. */
export function Law({ citation, locale }: { citation: Citation; locale: Locale }) {
  const parts = unbroken(citation);
  return (
    <a href={citation.url} rel="external noopener" title={citation.name[locale]}>
      <bdi dir="ltr" lang="de" className={parts.length === 1 ? "whitespace-nowrap" : undefined}>
        {parts.length === 1
          ? parts
          : parts.map((part, index) => <Part key={part} text={part} first={index === 0} />)}
      </bdi>
    </a>
  );
}

function Part({ text, first }: { text: string; first: boolean }) {
  return (
    <>
      {first ? null : " "}
      <span className="whitespace-nowrap">{text}</span>
    </>
  );
}
