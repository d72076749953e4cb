import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContentView } from "@/components/staff/content-view";
import { StaffPage } from "@/components/staff/staff-page";
import { getContentState } from "@/lib/guides/dashboard/queries";
import { getOutsideLinks } from "@/lib/guides/outside/queries";
import { getUses } from "@/lib/guides/uses/queries";
import { recentOpinions } from "@/lib/pages/feedback/queries";
import { requireOffice } from "@/lib/staff/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.content");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** What the texts of the portal need: translations, figures, links, appointments and opinions. The same for every office. */
export default async function ContentPage({ params, searchParams }: PageProps<"/[locale]/staff/content">) {
  const { locale, staff } = await requireOffice((await params).locale);
  const { uses } = await searchParams;
  const query = typeof uses === "string" ? uses.slice(0, 200) : "";
  const t = await getTranslations("staff.content");
  return (
    <StaffPage locale={locale} path="/staff/content" staff={staff} title={t("title")} lead={t("lead")}>
      <ContentView
        locale={locale}
        state={await getContentState(locale)}
        opinions={await recentOpinions()}
        links={await getOutsideLinks()}
        uses={{ query, pages: query ? getUses(query) : null }}
      />
    </StaffPage>
  );
}
