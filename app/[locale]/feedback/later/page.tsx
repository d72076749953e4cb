import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FeedbackLater } from "@/components/layout/feedback-later";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/feedback/later">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "feedback" });
  return { title: t("resend"), robots: { index: false } };
}

/** What is answered where feedback has to be sent again (`send/route.ts` says why). */
export default async function FeedbackLaterPage({ params }: PageProps<"/[locale]/feedback/later">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <FeedbackLater locale={locale} />;
}
