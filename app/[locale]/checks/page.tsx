import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CheckList } from "@/components/checks/check-list";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { getChecks } from "@/lib/checks/queries";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/checks">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "checks" });
  return shareable(locale, "/checks", { title: t("title"), description: t("lead") });
}

export default async function ChecksPage({ params }: PageProps<"/[locale]/checks">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("checks");
  return (
    <PageShell locale={locale} path="/checks">
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="wrap">
        <CheckList checks={getChecks(locale)} locale={locale} />
      </div>
    </PageShell>
  );
}
