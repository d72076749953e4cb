import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { UsedPage } from "@/lib/guides/uses/types";
import { type Locale, localeNames } from "@/lib/i18n/routing";

type Props = {
  locale: Locale;
  query: string;
  /** Null where nothing was asked, or nothing is called that. */
  pages: UsedPage[] | null;
};

/** Where a law, a fact, a document or a term is used: a plain form, and the pages by language and section. */
export function UsesSearch({ locale, query, pages }: Props) {
  const t = useTranslations("staff.content.uses");
  return (
    <section aria-labelledby="uses-title" className="rounded-card border border-line bg-card p-5 shadow-card">
      <h2 id="uses-title" className="text-lg">
        {t("title")}
      </h2>
      <form action={`/${locale}/staff/content`} method="get" className="mt-2 grid gap-2">
        <label htmlFor="uses">{t("label")}</label>
        <div className="flex flex-wrap gap-2">
          <div className="min-w-0 flex-1">
            <TextInput id="uses" name="uses" defaultValue={query} dir="ltr" />
          </div>
          <Button type="submit">{t("search")}</Button>
        </div>
      </form>
      {query ? (
        <div className="mt-4">{pages ? <Pages pages={pages} /> : <p>{t("unknown", { query })}</p>}</div>
      ) : null}
    </section>
  );
}

function Pages({ pages }: { pages: UsedPage[] }) {
  const t = useTranslations("staff.content.uses");
  return (
    <>
      <p>{t("count", { count: pages.length })}</p>
      <ul className="mt-2 divide-y divide-line">
        {pages.map(({ page, byLocale }) => (
          <li key={page} className="grid gap-1 py-2.5">
            <strong>
              <bdi dir="ltr">{page}</bdi>
            </strong>
            {byLocale.map(({ locale, sections }) => (
              <p key={locale ?? "all"} className="text-sm">
                {locale ? <bdi lang={locale}>{localeNames[locale]}</bdi> : t("all")}
                {": "}
                <bdi dir="ltr" className="font-mono wrap-anywhere text-soft">
                  {sections.map(({ section, names }) => `${section} (${names.join(", ")})`).join("; ")}
                </bdi>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
