import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/routing";
import type { SearchHit } from "@/lib/search/types";
import { LargeSearch } from "./large-search";
import { PageTitle } from "./page-title";

/** The search form with what was asked in it, and what was found. */
export function SearchResults({ locale, query, hits }: { locale: Locale; query: string; hits: SearchHit[] }) {
  const t = useTranslations("search");
  const guides = useTranslations("guides");
  return (
    <>
      <PageTitle title={t("title")}>
        <LargeSearch locale={locale} placeholder={t("label")} query={query} />
      </PageTitle>
      <div className="wrap">
        <div className="max-w-[42rem]">
          <p role="status" className="text-soft">
            {query ? t("results", { count: hits.length, query }) : t("empty")}
          </p>
          {hits.length > 0 ? <Hits hits={hits} /> : null}
          {query && hits.length === 0 ? <p className="mt-3">{t("none")}</p> : null}
          <p className="mt-8">
            <Button href={`/${locale}/guides`} variant="quiet">
              {guides("all")}
            </Button>
          </p>
        </div>
      </div>
    </>
  );
}

function Hits({ hits }: { hits: SearchHit[] }) {
  const t = useTranslations("search");
  return (
    <ol className="mt-3 divide-y divide-line rounded-card border border-line bg-card shadow-card">
      {hits.map((hit) => (
        <li key={hit.url} className="grid gap-1 px-5 py-4">
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <a href={hit.url} className="inline-flex min-h-11 items-center text-[1.1em] font-bold">
              {hit.title}
            </a>
            <Badge>{t(`kinds.${hit.kind}`)}</Badge>
          </div>
          <p className="text-[.96em]">{hit.snippet}</p>
        </li>
      ))}
    </ol>
  );
}
