import "server-only";
import { getDocuments } from "@/lib/guides/documents/queries";
import { isLocale, routing } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { signToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
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
    if (!applies(row, data)) return null;
    const locale = isLocale(row.locale) ? row.locale : routing.defaultLocale;
    const office = getOffice(row.office);
    const found = office && findConcern(office, row.concern);
    if (!office || !found) throw new Error(`no such concern: ${row.office}/${row.concern}`);
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
      concern: found.concern.name[locale],
      reference: row.reference,
      startsAt: row.startsAt,
      holdExpiresAt: row.holdExpiresAt,
      documents: getDocuments(found.concern.documents).map((document) => document.name[locale]),
      link: links[link],
    });
    return { ...mail, office: row.office, reference: row.reference };
  };
}
