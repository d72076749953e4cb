import { useTranslations } from "next-intl";
import { Phone } from "@/components/guide/phone";
import type { Topic } from "@/lib/guides/rules";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";
import { LargeSearch } from "./large-search";
import { PageTitle } from "./page-title";

type Props = { locale: Locale; topics: Topic[]; offices: Office[] };

/**
 * The search before anything is asked. What is marked `data-slot` is filled in with the query and its results
 * (`lib/search/page`), by the server or, while somebody types, by the portal's script.
 */
export function SearchPage({ locale, topics, offices }: Props) {
  const t = useTranslations("search");
  return (
    <>
      <PageTitle title={t("title")}>
        <LargeSearch locale={locale} placeholder={t("label")} live />
      </PageTitle>
      <div className="wrap">
        <div className="max-w-[42rem]">
          <p role="status" data-slot="status" className="text-soft">
            {t("empty")}
          </p>
          <div data-slot="results" />
          <Help locale={locale} topics={topics} offices={offices} />
        </div>
      </div>
    </>
  );
}

/** Where else one can look, and whom one can call. */
function Help({ locale, topics, offices }: Props) {
  const t = useTranslations("search.help");
  const guides = useTranslations("guides");
  const names = useTranslations("guide.topics");
  return (
    <section className="mt-10 border-t border-line pt-5">
      <h2 className="text-lg">{t("title")}</h2>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {topics.map((topic) => (
          <li key={topic}>
            <a href={`/${locale}/topics/${topic}`} className="inline-flex min-h-11 items-center">
              {names(topic)}
            </a>
          </li>
        ))}
        <li>
          <a href={`/${locale}/guides`} className="inline-flex min-h-11 items-center font-semibold">
            {guides("all")}
          </a>
        </li>
      </ul>
      <h3 className="mt-4 text-base">{t("call")}</h3>
      <ul>
        {offices.map(({ slug, name, contact }) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-3">
            <a href={`/${locale}/offices/${slug}`} className="inline-flex min-h-11 items-center">
              {name[locale]}
            </a>
            {contact.hotline ? <Phone id={contact.hotline} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
