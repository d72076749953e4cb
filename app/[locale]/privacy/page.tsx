import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LegalPage } from "@/components/layout/legal-page";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/privacy">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "legal.privacy" });
  return shareable(locale, "/privacy", { title: t("title") });
}

export default async function PrivacyPage({ params }: PageProps<"/[locale]/privacy">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("legal.privacy");
  const parts = [
    { title: t("what"), text: t("whatText") },
    { title: t("why"), text: t("whyText") },
    { title: t("not"), text: t("notText") },
    { title: t("device"), text: t("deviceText") },
    { title: t("feedback"), text: t("feedbackText") },
    { title: t("rights"), text: t("rightsText") },
    { title: t("operator"), text: t("operatorText") },
  ];
  return <LegalPage locale={locale} path="/privacy" title={t("title")} parts={parts} />;
}
