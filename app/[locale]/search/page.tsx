import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/layout/page-shell";
import { SearchResults } from "@/components/layout/search-results";
import { isLocale } from "@/lib/i18n/routing";
import { search } from "@/lib/search/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("search");
  return { title: t("title"), robots: { index: false } };
}

export default async function SearchPage({ params, searchParams }: PageProps<"/[locale]/search">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { q } = await searchParams;
  const query = (typeof q === "string" ? q : "").slice(0, 200).trim();
  return (
    <PageShell
      locale={locale}
      path={query ? `/search?q=${encodeURIComponent(query)}` : "/search"}
      withSearch={false}
    >
      <SearchResults locale={locale} query={query} hits={query ? (await search(query, locale)).hits : []} />
    </PageShell>
  );
}
