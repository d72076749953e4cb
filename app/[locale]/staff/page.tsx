import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContentLink } from "@/components/staff/content-link";
import { DepartmentList } from "@/components/staff/department-list";
import { MessageLink } from "@/components/staff/message-link";
import { StaffPage } from "@/components/staff/staff-page";
import { countFailedMessages } from "@/lib/notifications/queries";
import { requireOffice } from "@/lib/staff/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.office");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** The start of the signed-in area: the departments of the clerk's office. */
export default async function StaffHomePage({ params }: PageProps<"/[locale]/staff">) {
  const { locale, staff, office } = await requireOffice((await params).locale);
  const failed = await countFailedMessages(office.slug);
  const t = await getTranslations("staff.office");
  return (
    <StaffPage locale={locale} path="/staff" staff={staff} title={office.name[locale]} lead={t("lead")}>
      <DepartmentList locale={locale} office={office} />
      <MessageLink locale={locale} count={failed} />
      <ContentLink locale={locale} />
    </StaffPage>
  );
}
