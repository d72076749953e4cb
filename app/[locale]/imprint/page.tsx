import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LegalPage } from "@/components/layout/legal-page";
import { alternates } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/imprint">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "legal.imprint" });
  return { title: t("title"), alternates: alternates(locale, "/imprint") };
}

export default async function ImprintPage({ params }: PageProps<"/[locale]/imprint">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("legal.imprint");
  const parts = [{ text: t("demo") }, { text: t("operator") }];
  return <LegalPage locale={locale} path="/imprint" title={t("title")} parts={parts} />;
}
