import "server-only";
import { getDocuments } from "@/lib/guides/documents/queries";
import { isLocale, routing } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { signToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { fromDate, rfc3339 } from "@/lib/time/calendar";
import { attachmentsOf } from "../appointment/queries";
import { composeMail } from "../mail";
import { type AppointmentForMail, appointmentForMail } from "../queries";
import type { Composer } from "../types";

type Links = { confirm: string; manage: string; book: string };

/**
 * A composer for mails about an appointment.
 *
 * @param kind its texts, `mail.<kind>`
 * @param link what the button opens
 */
export function appointmentMail(
  kind: Parameters<typeof composeMail>[0],
  link: keyof Links,
  applies: (appointment: AppointmentForMail, data: Record<string, unknown>) => boolean = () => true,
): Composer {
  return async ({ subjectId, data }) => {
    const row = await appointmentForMail(subjectId);
    if (!row || !applies(row, data)) return null;
    const locale = isLocale(row.locale) ? row.locale : routing.defaultLocale;
    const office = getOffice(row.office);
    const found = office && findConcern(office, row.concern);
    if (!office || !found) throw new Error(`no such concern: ${row.office}/${row.concern}`);
    const concerns = [
      found.concern,
      ...found.department.concerns.filter(({ slug }) => row.furtherConcerns.includes(slug)),
    ];
    const needed = [...new Set(concerns.flatMap((concern) => concern.documents))];
    // Only a reminder is about what is missing; the other mails name everything there is to bring.
    const onlyOpen = kind.startsWith("reminder_") && row.documentsSharedAt !== null;
    const listed = onlyOpen ? needed.filter((id) => row.openDocuments.includes(id)) : needed;
    const { PORTAL_URL } = env();
    const links: Links = {
      confirm: `${PORTAL_URL}/${locale}/appointments/confirm?token=${signToken("confirm", row.id)}`,
      manage: `${PORTAL_URL}/${locale}/appointments/${signToken("manage", row.id)}`,
      book: `${PORTAL_URL}/${locale}/offices/${office.slug}/book?concern=${row.concern}`,
    };
    const mail = composeMail(kind, {
      to: row.email,
      locale,
      givenName: row.givenName,
      office: office.name[locale],
      concerns: concerns.map((concern) => concern.name[locale]),
      reference: row.reference,
      startsAt: row.startsAt,
      movedFrom: kind === "moved" ? instantOf(data.from) : undefined,
      holdExpiresAt: row.holdExpiresAt,
      documents: getDocuments(listed).map((document) => document.name[locale]),
      onlyOpen,
      coming: row.comingAt !== null,
      link: links[link],
    });
    const attachments = await attachmentsOf(kind, row.id);
    return { ...mail, attachments, office: row.office, reference: row.reference };
  };
}

/** An instant as the database writes it into the data of a mail. */
function instantOf(value: unknown): string | undefined {
  return typeof value === "string" ? rfc3339(fromDate(new Date(value))) : undefined;
}
