import type { Locale } from "@/lib/i18n/routing";

/** What a calendar entry tells; the names are in the applicant's language already. */
export type CalendarFacts = {
  /** With the host it makes the UID, by which a calendar knows a changed or cancelled entry again. */
  appointmentId: string;
  portalHost: string;
  /** One more with every change: a calendar keeps the entry with the highest. */
  sequence: number;
  state: "confirmed" | "cancelled";
  /** When this file is made, RFC 3339. */
  stamp: string;
  startsAt: string;
  endsAt: string;
  locale: Locale;
  office: string;
  department: string;
  /** Street and town, where the office names them. */
  address?: string | undefined;
  /** At least one. */
  concerns: string[];
  reference: string;
  documents: string[];
  manageLink: string;
  /** Address that the portal sends mails from; nobody reads answers to it. */
  organizer: string;
};
