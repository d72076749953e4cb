import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { OfficeList } from "@/components/office/office-list";
import { PlaceForm } from "@/components/office/place-form";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";
import { getOffices } from "@/lib/offices/queries";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/offices">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "offices" });
  return shareable(locale, "/offices", { title: t("title"), description: t("lead") });
}

export default async function OfficesPage({ params }: PageProps<"/[locale]/offices">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("offices");
  return (
    <PageShell locale={locale} path="/offices">
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="wrap">
        <div className="grid max-w-[42rem] gap-8">
          <PlaceForm locale={locale} />
          <OfficeList locale={locale} offices={getOffices()} />
        </div>
      </div>
    </PageShell>
  );
}
