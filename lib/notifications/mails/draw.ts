import "server-only";
import { entryById } from "@/lib/booking/draw/queries";
import type { EntryState, EntryView } from "@/lib/booking/draw/types";
import { getDocuments } from "@/lib/guides/documents/queries";
import { dayAndMonth, dayOf, longDate, shortDay, timeOf, toDay } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { documentsOf } from "@/lib/offices/rules";
import { readToken, signToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { attachmentsOf } from "../appointment/queries";
import { writeLetter } from "../mail";
import type { Composer } from "../types";

type Kind = "draw_entry" | "draw_won" | "draw_lost" | "draw_excluded" | "draw_cancelled";

/**
 * A composer for mails about an entry in a draw.
 *
 * @param kind its texts, `mail.<kind>`
 * @param states in which the mail still has something to say
 */
export function drawMail(kind: Kind, states: readonly EntryState[]): Composer {
  return async ({ subjectId }) => {
    const entry = await entryById(subjectId);
    if (!entry || !states.includes(entry.state)) return null;
    const { locale, draw, appointment } = entry;
    const office = getOffice(draw.office);
    const found = office && findConcern(office, entry.concern);
    if (!office || !found) throw new Error(`no such concern: ${draw.office}/${entry.concern}`);
    const concerns = [
      found.concern,
      ...found.department.concerns.filter(({ slug }) => entry.furtherConcerns.includes(slug)),
    ];
    const t = translator(locale, "mail");
    const at = closingOf(entry);
    const date = appointment ? longDate(dayOf(appointment.startsAt), locale) : "";
    const time = appointment ? timeOf(appointment.startsAt) : "";
    const rows: [string, string][] = [
      [t("row.office"), office.name[locale]],
      [t("row.concern"), concerns.map((concern) => concern.name[locale]).join(" + ")],
      ...(appointment
        ? ([
            [t("row.date"), date],
            [t("row.time"), time],
            [t("row.reference"), appointment.reference],
          ] as [string, string][])
        : ([[t("draw.week"), weekOf(entry)]] as [string, string][])),
      ...(kind === "draw_entry" ? ([[t("draw.closes"), at]] as [string, string][]) : []),
      [t("draw.pseudonym"), entry.pseudonym],
      [t("draw.commitment"), draw.commitment],
    ];
    const mail = writeLetter({
      to: entry.email,
      locale,
      givenName: entry.person.givenName,
      subject: t(`${kind}.subject`, { date, time }),
      lead: (isolate) => t(`${kind}.lead`, { until: isolate(at) }),
      rows,
      action: t(`${kind}.action`),
      link: linkOf(kind, subjectId, entry),
      list:
        kind === "draw_won"
          ? {
              title: t("bring"),
              items: getDocuments(documentsOf(concerns)).map(({ name }) => name[locale]),
            }
          : undefined,
      note: t(`${kind}.note`),
    });
    const won = kind === "draw_won" && appointment ? readToken("manage", appointment.manageToken) : null;
    const attachments = won ? await attachmentsOf("draw_won", won) : [];
    return {
      ...mail,
      attachments,
      office: draw.office,
      reference: appointment?.reference ?? entry.pseudonym,
    };
  };
}

/** When entering ends, in words. */
function closingOf({ locale, draw }: EntryView): string {
  const t = translator(locale, "draw");
  return t("at", { date: dayAndMonth(dayOf(draw.closesAt), locale), time: timeOf(draw.closesAt) });
}

function weekOf({ locale, draw }: EntryView): string {
  const [first, last] = [draw.days[0], draw.days.at(-1)];
  if (!first || !last) return draw.week;
  return translator(locale, "draw")("week", {
    from: shortDay(toDay(first), locale),
    to: shortDay(toDay(last), locale),
  });
}

/** What the button opens: the appointment that was won, the calendar after a cancelled draw, else the entry. */
function linkOf(kind: Kind, id: string, { locale, draw, concern, appointment }: EntryView): string {
  const { PORTAL_URL } = env();
  if (kind === "draw_won" && appointment)
    return `${PORTAL_URL}/${locale}/appointments/${appointment.manageToken}`;
  if (kind === "draw_cancelled")
    return `${PORTAL_URL}/${locale}/offices/${draw.office}/book?concern=${concern}`;
  return `${PORTAL_URL}/${locale}/draws/entry/${signToken("draw-entry", id)}`;
}
