import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LegalPage } from "@/components/layout/legal-page";
import { Note } from "@/components/ui/note";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";
import { isDemonstration } from "@/lib/platform/site";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/imprint">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "legal.imprint" });
  return shareable(locale, "/imprint", { title: t("title") });
}

export default async function ImprintPage({ params }: PageProps<"/[locale]/imprint">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("legal.imprint");
  const notice = isDemonstration() ? <Note kind="attention">{t("demo")}</Note> : null;
  const parts = [
    { title: t("operatorTitle"), text: t("operator") },
    { title: t("softwareTitle"), text: t("software") },
  ];
  return <LegalPage locale={locale} path="/imprint" title={t("title")} notice={notice} parts={parts} />;
}
