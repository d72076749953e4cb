import { germanBeside, termAnchor } from "@/lib/guides/glossary/rules";
import type { Term as TermEntry } from "@/lib/guides/glossary/types";
import type { Locale } from "@/lib/i18n/routing";
import { GermanName } from "./german-name";

type Props = {
  term: TermEntry;
  locale: Locale;
  /** An inflected form that stands for the approved word. */
  form?: string;
  /** Leads to the explanation on this page. */
  linked: boolean;
};

/** The approved word for an official term, with its German name in brackets. */
export function Term({ term, locale, form, linked }: Props) {
  const word = form ?? term[locale];
  const german = germanBeside(term, locale, word);
  return (
    <>
      {linked ? (
        <a href={`#${termAnchor(term.id)}`} className="term">
          {word}
        </a>
      ) : (
        <span className="term">{word}</span>
      )}
      {german ? (
        <>
          {" "}
          <GermanName name={german} className="text-[0.93em]" />
        </>
      ) : null}
    </>
  );
}
