import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/layout/page-shell";
import { PortalScript } from "@/components/layout/portal-script";
import { SavedPages } from "@/components/layout/saved-pages";
import { alternates } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";
import { savedScript } from "@/lib/platform/site";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/saved">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "saved" });
  const manifest = `/${locale}/app.webmanifest`;
  return { title: t("title"), robots: { index: false }, alternates: alternates(locale, "/saved"), manifest };
}

export default async function SavedPage({ params }: PageProps<"/[locale]/saved">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <PageShell locale={locale} path="/saved">
      <SavedPages />
      <PortalScript src={savedScript()} />
    </PageShell>
  );
}
