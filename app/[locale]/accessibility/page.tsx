import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LegalPage } from "@/components/layout/legal-page";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/accessibility">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "legal.accessibility" });
  return shareable(locale, "/accessibility", { title: t("title") });
}

export default async function AccessibilityPage({ params }: PageProps<"/[locale]/accessibility">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("legal.accessibility");
  const parts = [
    { text: t("aim") },
    { title: t("state"), text: t("stateText") },
    { title: t("report"), text: t("reportText") },
  ];
  return <LegalPage locale={locale} path="/accessibility" title={t("title")} parts={parts} />;
}
