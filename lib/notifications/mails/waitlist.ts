import "server-only";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import { isLocale, routing } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { signToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { promiseOffer } from "@/lib/waitlist/offers/commands";
import { writeLetter } from "../mail";
import { type EntryForMail, entryForMail, offerForMail } from "../queries";
import type { Composer, Mail } from "../types";

/** "Confirm your place in line"; to somebody who is on the list already, that they are. */
export const joinedMail: Composer = async ({ subjectId }) => {
  const entry = await entryForMail(subjectId);
  if (!entry || entry.over) return null;
  return entryMail(entry, entry.confirmedAt ? "waitlist_again" : "waitlist_joined");
};

/** After several offers without an answer the entry rests. */
export const pausedMail: Composer = async ({ subjectId }) => {
  const entry = await entryForMail(subjectId);
  return entry && !entry.over && entry.pausedAt ? entryMail(entry, "waitlist_paused") : null;
};

/** "This place is kept for you until …", counted from now. Once that is over there is nothing to tell. */
export const offerMail: Composer = async ({ subjectId }) => {
  const until = await promiseOffer(subjectId);
  const offer = until && (await offerForMail(subjectId));
  return offer ? entryMail(offer.entry, "offer", { startsAt: offer.startsAt, until }) : null;
};

type Kind = "waitlist_joined" | "waitlist_again" | "waitlist_paused" | "offer";

function entryMail(entry: EntryForMail, kind: Kind, offer?: { startsAt: string; until: string }): Mail {
  const locale = isLocale(entry.locale) ? entry.locale : routing.defaultLocale;
  const t = translator(locale, "mail");
  const office = getOffice(entry.office);
  const found = office && findConcern(office, entry.concern);
  if (!office || !found) throw new Error(`no such concern: ${entry.office}/${entry.concern}`);
  const concerns = [
    found.concern,
    ...found.department.concerns.filter(({ slug }) => entry.furtherConcerns.includes(slug)),
  ];
  const date = offer ? longDate(dayOf(offer.startsAt), locale) : "";
  const time = offer ? timeOf(offer.startsAt) : "";
  const mail = writeLetter({
    to: entry.email,
    locale,
    givenName: entry.givenName,
    subject: t(`${kind}.subject`, { date, time }),
    lead: (isolate) => t(`${kind}.lead`, { until: isolate(offer ? timeOf(offer.until) : "") }),
    rows: [
      [t("row.office"), `${office.name[locale]}, ${found.department.name[locale]}`],
      [t("row.concern"), concerns.map((concern) => concern.name[locale]).join(" + ")],
      ...(offer
        ? ([
            [t("row.date"), date],
            [t("row.time"), time],
          ] satisfies [string, string][])
        : []),
    ],
    action: t(`${kind}.action`),
    link: `${env().PORTAL_URL}/${locale}/waitlist/${signToken("waitlist", entry.id)}`,
    note: t(`${kind}.note`),
  });
  // An entry has no number that anybody reads out; staff find it by the first letters of its id.
  return { ...mail, office: entry.office, reference: `W-${entry.id.slice(0, 8)}` };
}
