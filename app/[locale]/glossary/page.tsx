import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Glossary } from "@/components/guide/glossary";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { getGlossary } from "@/lib/guides/glossary/queries";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/glossary">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "glossary" });
  return shareable(locale, "/glossary", { title: t("title"), description: t("lead") });
}

/** Every official term, for whoever has a German word in a letter. */
export default async function GlossaryPage({ params }: PageProps<"/[locale]/glossary">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("glossary");
  return (
    <PageShell locale={locale} path="/glossary">
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="wrap">
        <Glossary locale={locale} letters={getGlossary(locale)} />
      </div>
    </PageShell>
  );
}
