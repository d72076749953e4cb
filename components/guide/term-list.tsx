import { useTranslations } from "next-intl";
import { termAnchor } from "@/lib/guides/glossary/rules";
import type { Term } from "@/lib/guides/glossary/types";
import type { Locale } from "@/lib/i18n/routing";
import { Folded } from "./folded";

/** The official terms of a page with one sentence each. A link to a term unfolds the list. */
export function TermList({ terms, locale }: { terms: Term[]; locale: Locale }) {
  const t = useTranslations("guide.terms");
  if (terms.length === 0) return null;
  return (
    <Folded summary={t("title")}>
      <dl className="grid gap-4">
        {terms.map((term) => (
          <div key={term.id} id={termAnchor(term.id)} className="scroll-mt-24 target:bg-saffron-wash">
            <dt className="font-bold">
              {term[locale]}
              {locale === "de" ? null : (
                <>
                  {" "}
                  <bdi dir="ltr" lang="de" className="font-normal text-soft">
                    {term.de}
                  </bdi>
                </>
              )}
            </dt>
            <dd>{term.explain[locale]}</dd>
          </div>
        ))}
      </dl>
    </Folded>
  );
}
