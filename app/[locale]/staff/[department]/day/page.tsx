import { redirect } from "next/navigation";
import { today } from "@/lib/booking/queries";
import { requireDepartment } from "@/lib/staff/queries";

export const dynamic = "force-dynamic";

/** To the day that was chosen, or to today's. */
export default async function TodayPage({
  params,
  searchParams,
}: PageProps<"/[locale]/staff/[department]/day">) {
  const { locale, department } = await params;
  await requireDepartment(locale, department);
  const { date } = await searchParams;
  const day = typeof date === "string" && date ? date : await today();
  redirect(`/${locale}/staff/${department}/day/${encodeURIComponent(day)}`);
}
