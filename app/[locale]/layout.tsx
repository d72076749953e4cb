import "../globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { DemonstrationNotice } from "@/components/layout/demonstration-notice";
import { directions, isLocale, locales } from "@/lib/i18n/routing";
import { isDemonstration, siteAddress } from "@/lib/platform/site";
import arabic from "../fonts/arabic.woff2";
import latin from "../fonts/latin.woff2";

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#0b5a5e" };

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("layout");
  return {
    metadataBase: new URL(siteAddress()),
    title: { default: t("brand"), template: `%s · ${t("brand")}` },
    description: t("description"),
  };
}

/** The one root layout: language, direction, type. The rest of the frame is `PageShell`, which knows the page's address. */
export default async function RootLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  // Only what the page shows first: an Arabic page needs the Latin file too, for its digits.
  for (const font of locale === "ar" ? [arabic, latin] : [latin]) {
    preload(font, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  }
  return (
    <html lang={locale} dir={directions[locale]}>
      <body className="font-sans">
        {children}
        {isDemonstration() ? <DemonstrationNotice /> : null}
      </body>
    </html>
  );
}
