import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffPage } from "@/components/staff/staff-page";
import { WeekList } from "@/components/staff/week-list";
import { Button } from "@/components/ui/button";
import { comingWeeks } from "@/lib/schedule/queries";
import { requireDepartment } from "@/lib/staff/queries";
import { lineOf } from "@/lib/waitlist/queries";

export const dynamic = "force-dynamic";

const weeksShown = 8;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.weeks");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** The coming weeks of one department of the clerk's office. */
export default async function WeeksPage({ params }: PageProps<"/[locale]/staff/[department]">) {
  const { locale: language, department: slug } = await params;
  const { locale, staff, office, department } = await requireDepartment(language, slug);
  const weeks = await comingWeeks(office.slug, slug, weeksShown);
  const line = await lineOf(office.slug, slug);
  const t = await getTranslations("staff.weeks");
  const waitlist = await getTranslations("staff.waitlist");
  return (
    <StaffPage
      locale={locale}
      path={`/staff/${slug}`}
      staff={staff}
      title={department.name[locale]}
      lead={t("lead")}
    >
      <p>
        <Button href={`/${locale}/staff/${slug}/day`}>{t("today")}</Button>
      </p>
      <p className="text-soft">{waitlist("line", { waiting: line.waiting, offers: line.openOffers })}</p>
      <WeekList locale={locale} department={slug} weeks={weeks} />
    </StaffPage>
  );
}
