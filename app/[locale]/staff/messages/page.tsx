import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessageList } from "@/components/staff/message-list";
import { StaffPage } from "@/components/staff/staff-page";
import { failedMessages } from "@/lib/notifications/queries";
import { requireOffice } from "@/lib/staff/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.messages");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** The mails of the clerk's office that could not be delivered. */
export default async function MessagesPage({ params }: PageProps<"/[locale]/staff/messages">) {
  const { locale, staff, office } = await requireOffice((await params).locale);
  const messages = await failedMessages(office.slug);
  const t = await getTranslations("staff.messages");
  const lead = t(messages.length > 0 ? "lead" : "none");
  return (
    <StaffPage locale={locale} path="/staff/messages" staff={staff} title={t("title")} lead={lead}>
      <MessageList locale={locale} messages={messages} />
    </StaffPage>
  );
}
