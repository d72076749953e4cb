import { useTranslations } from "next-intl";
import { termAnchor } from "@/lib/guides/glossary/rules";
import type { GlossaryEntry } from "@/lib/guides/glossary/types";
import type { Locale } from "@/lib/i18n/routing";

type Letters = { letter: string; entries: GlossaryEntry[] }[];

/** All official terms, letter by letter, with a way to each letter. */
export function Glossary({ locale, letters }: { locale: Locale; letters: Letters }) {
  const t = useTranslations("glossary");
  return (
    <div className="max-w-[42rem]">
      <nav aria-label={t("letters")} className="print:hidden">
        <ul className="flex flex-wrap gap-1" dir="ltr">
          {letters.map(({ letter }) => (
            <li key={letter}>
              <a
                href={`#letter-${letter}`}
                className="inline-flex size-11 items-center justify-center rounded-control font-bold"
              >
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map(({ letter, entries }) => (
        <section key={letter}>
          <h2 id={`letter-${letter}`} className="mt-8 scroll-mt-24 border-b border-line pb-1 text-lg">
            <bdi dir="ltr">{letter}</bdi>
          </h2>
          <dl>
            {entries.map((entry) => (
              <Entry key={entry.term.id} locale={locale} entry={entry} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Entry({ locale, entry: { term, guides } }: { locale: Locale; entry: GlossaryEntry }) {
  const t = useTranslations("glossary");
  return (
    <div
      id={termAnchor(term.id)}
      className="scroll-mt-24 break-inside-avoid rounded-control px-2 py-3 target:bg-saffron-wash"
    >
      <dt className="font-bold">
        <bdi dir="ltr" lang="de" className="wrap-anywhere">
          {term.de}
        </bdi>
      </dt>
      {locale === "de" || term.de === term[locale] ? null : (
        <dd className="font-semibold text-teal-deep">{term[locale]}</dd>
      )}
      <dd>{term.explain[locale]}</dd>
      {guides.length > 0 ? (
        <dd className="flex flex-wrap items-center gap-x-3 text-[.96em] print:hidden">
          <span className="text-soft">{t("more")}</span>
          {guides.map(({ title, href }) => (
            <a key={href} href={href} className="py-1">
              {title}
            </a>
          ))}
        </dd>
      ) : null}
    </div>
  );
}
