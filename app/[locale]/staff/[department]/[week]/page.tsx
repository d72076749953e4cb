import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WeekView } from "@/components/staff/week-view";
import { draftWeek, weekSlots, weekSummary } from "@/lib/schedule/queries";
import { requireDepartment } from "@/lib/staff/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.grid");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** One week of one department: what is booked, or what planning it would make. */
export default async function WeekPage({ params }: PageProps<"/[locale]/staff/[department]/[week]">) {
  const { locale: language, department: slug, week } = await params;
  const { locale, staff, office, department } = await requireDepartment(language, slug);
  const address = { office: office.slug, department: slug, week };
  const [summary, draft] = [await weekSummary(address), draftWeek(address)];
  if (!summary || !draft.ok) notFound();
  const stored = summary.state === "none" ? null : await weekSlots(address);
  return (
    <WeekView
      locale={locale}
      staff={staff}
      office={office}
      department={department}
      summary={summary}
      plan={draft.plan}
      stored={stored}
    />
  );
}
