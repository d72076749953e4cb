import "server-only";
import { appointmentById } from "@/lib/booking/queries";
import type { AppointmentView } from "@/lib/booking/types";
import { getDocuments } from "@/lib/guides/documents/queries";
import { documentDetails } from "@/lib/guides/documents/rules";
import type { ShownDocument } from "@/lib/guides/documents/types";
import { factValue } from "@/lib/guides/facts/queries";
import { hostOf } from "@/lib/guides/formats/rules";
import { type Locale, locales } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { findConcern, getOffice } from "@/lib/offices/queries";
import type { Concern, Department, Localized, Office } from "@/lib/offices/types";
import { signToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { nameOfError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { isDemonstration } from "@/lib/platform/site";
import { rfc3339 } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";
import { calendarMethod, calendarText } from "../calendar/rules";
import { confirmationPdf } from "../confirmation/queries";
import type { MailKind } from "../mail";
import type { Attachment } from "../types";

type Subject = {
  id: string;
  appointment: AppointmentView;
  locale: Locale;
  office: Office;
  department: Department;
  concerns: Concern[];
  documents: ShownDocument[];
  manageLink: string;
};

/** An appointment with what the offices and guides say about it. */
async function subjectOf(id: string, wanted: Locale | undefined): Promise<Subject | null> {
  const appointment = await appointmentById(id);
  const office = appointment && getOffice(appointment.office);
  const found = office && findConcern(office, appointment.concern);
  if (!found) return null;
  const { department, concern } = found;
  const further = department.concerns.filter(({ slug }) => appointment.furtherConcerns.includes(slug));
  const concerns = [concern, ...further];
  const locale = wanted ?? appointment.locale;
  return {
    id,
    appointment,
    locale,
    office,
    department,
    concerns,
    documents: getDocuments([...new Set(concerns.flatMap((each) => each.documents))]),
    manageLink: `${env().PORTAL_URL}/${locale}/appointments/${signToken("manage", id)}`,
  };
}

/**
 * The calendar entry of an appointment: to take in while it is confirmed, to take out when it is cancelled. Null for any
 * other.
 *
 * @param locale the applicant's own language when it is missing
 */
export async function calendarFile(id: string, locale?: Locale): Promise<Attachment | null> {
  const subject = await subjectOf(id, locale);
  if (!subject) return null;
  const { appointment, office, department, concerns } = subject;
  const { state } = appointment;
  if (state !== "confirmed" && state !== "cancelled") return null;
  const { PORTAL_URL, MAIL_FROM } = env();
  const name = (text: Localized) => text[subject.locale];
  return {
    filename: `Termin-${appointment.reference}.ics`,
    contentType: `text/calendar; charset=utf-8; method=${calendarMethod(state)}`,
    content: calendarText({
      appointmentId: id,
      portalHost: new URL(PORTAL_URL).hostname,
      sequence: appointment.sequence,
      state,
      stamp: rfc3339(await now()),
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      locale: subject.locale,
      office: name(office.name),
      department: name(department.name),
      concerns: concerns.map((concern) => name(concern.name)),
      reference: appointment.reference,
      documents: subject.documents.map((document) => name(document.name)),
      manageLink: subject.manageLink,
      organizer: /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM,
    }),
  };
}

/** The printed confirmation of an appointment; null for one that is not confirmed. */
export async function confirmationFile(id: string, locale?: Locale): Promise<Attachment | null> {
  const subject = await subjectOf(id, locale);
  if (subject?.appointment.state !== "confirmed") return null;
  const { appointment, office, department, concerns } = subject;
  return {
    filename: `Termin-${appointment.reference}.pdf`,
    contentType: "application/pdf",
    content: await confirmationPdf({
      locale: subject.locale,
      reference: appointment.reference,
      persons: [appointment.person, ...appointment.companions].map(
        ({ givenName, familyName }) => `${givenName} ${familyName}`,
      ),
      startsAt: appointment.startsAt,
      office: office.name,
      department: department.name,
      concerns: concerns.map((concern) => concern.name),
      contact: {
        address: contactFact(office.contact.address),
        phone: contactFact(office.contact.hotline),
        website: hostOf(String(factValue(office.contact.website))),
      },
      documents: subject.documents.map((document) => ({
        name: document.name,
        details: inEveryLanguage((language) => detailsIn(document, language)),
        note: document.note ?? null,
      })),
      manageLink: subject.manageLink,
      demonstration: isDemonstration(),
    }),
  };
}

/** What a mail of a kind tells about its appointment, where it tells something that belongs into a calendar. */
const told: Partial<Record<MailKind | "draw_won", "confirmed" | "cancelled">> = {
  confirmed: "confirmed",
  draw_won: "confirmed",
  moved: "confirmed",
  cancelled: "cancelled",
  cancelled_by_office: "cancelled",
};

/** The files that go with a mail about an appointment; none when something newer than the mail has happened to it. */
export async function attachmentsOf(kind: MailKind | "draw_won", id: string): Promise<Attachment[]> {
  const state = told[kind];
  if (!state) return [];
  const entry = await calendarFile(id);
  if (!entry?.contentType.endsWith(calendarMethod(state))) return [];
  const confirmation = await confirmationFile(id).catch((error: unknown) => {
    // The mail says the same, so it does not wait for its enclosure.
    log.error({ appointment: id, error: nameOfError(error) }, "confirmation not printed");
    return null;
  });
  return confirmation ? [entry, confirmation] : [entry];
}

const contactFact = (id: string | undefined) => (id ? String(factValue(id)) : undefined);

const inEveryLanguage = (text: (locale: Locale) => string) =>
  Object.fromEntries(locales.map((locale) => [locale, text(locale)])) as Localized;

function detailsIn(document: ShownDocument, locale: Locale): string {
  const words = translator(locale, "guide.documents");
  const facts = translator(locale, "facts");
  return documentDetails(
    document,
    locale,
    (word, values) => words(word, values),
    (word, values) => facts(word, values),
  );
}
