import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/routing";
import type { SearchHit } from "@/lib/search/types";

/** The search form with what was asked in it, and what was found. */
export function SearchResults({ locale, query, hits }: { locale: Locale; query: string; hits: SearchHit[] }) {
  const t = useTranslations("search");
  const guides = useTranslations("guides");
  return (
    <div className="wrap max-w-[46rem] py-8">
      <h1>{t("title")}</h1>
      <search>
        <form
          action={`/${locale}/search`}
          method="get"
          className="mt-4 flex gap-2 rounded-card border-2 border-teal bg-card p-1.5"
        >
          <input
            name="q"
            type="search"
            defaultValue={query}
            aria-label={t("label")}
            placeholder={t("label")}
            maxLength={200}
            dir="auto"
            className="min-h-11 min-w-0 flex-1 bg-transparent px-3 text-start placeholder:text-soft"
          />
          <Button type="submit">{t("button")}</Button>
        </form>
      </search>
      <p role="status" className="mt-5 text-soft">
        {query ? t("results", { count: hits.length, query }) : t("empty")}
      </p>
      <ol className="mt-3 grid gap-5">
        {hits.map((hit) => (
          <li key={hit.url}>
            <p className="text-sm text-soft">{t(`kinds.${hit.kind}`)}</p>
            <a href={hit.url} className="text-[1.1em] font-semibold">
              {hit.title}
            </a>
            <p className="text-[.95em]">{hit.snippet}</p>
          </li>
        ))}
      </ol>
      {query && hits.length === 0 ? <p className="mt-3">{t("none")}</p> : null}
      <p className="mt-8">
        <a href={`/${locale}/guides`}>{guides("all")}</a>
      </p>
    </div>
  );
}
