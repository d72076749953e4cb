import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CounterView } from "@/components/staff/counter-view";
import { counterDay, searchAppointments } from "@/lib/booking/day/queries";
import { parseDay } from "@/lib/booking/day/rules";
import { requireDepartment } from "@/lib/staff/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.counter");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** The appointments of one day at the counters of one department of the clerk's office. */
export default async function CounterDayPage({
  params,
  searchParams,
}: PageProps<"/[locale]/staff/[department]/day/[date]">) {
  const { locale: language, department: slug, date } = await params;
  const { locale, staff, office, department } = await requireDepartment(language, slug);
  const day = parseDay(date);
  if (!day) notFound();
  const { q } = await searchParams;
  const search = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const address = { office: office.slug, department: slug };
  return (
    <CounterView
      locale={locale}
      staff={staff}
      office={office}
      department={department}
      day={await counterDay(address, day)}
      search={search}
      found={search ? ((await searchAppointments(address, search, day)) ?? []) : null}
    />
  );
}
