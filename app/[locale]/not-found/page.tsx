import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotFoundMessage } from "@/components/layout/not-found-message";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/not-found">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "errors" });
  return { title: t("notFoundTitle"), robots: { index: false } };
}

/** What proxy.ts answers, with the status 404, where nothing is. */
export default async function NotFoundPage({ params }: PageProps<"/[locale]/not-found">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <NotFoundMessage locale={locale} />;
}
