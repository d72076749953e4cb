import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PaperLater } from "@/components/layout/paper-later";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/guides/later">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "guide.pdf" });
  return { title: t("laterTitle"), robots: { index: false } };
}

/** What is answered where the PDF of a guide cannot be made (`guide.pdf/route.ts` says of which one). */
export default async function PaperLaterPage({ params }: PageProps<"/[locale]/guides/later">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <PaperLater locale={locale} />;
}
