import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { directions } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { zone } from "@/lib/time/calendar";
import type { CalendarFacts } from "./types";

/**
 * Both rules of the European Union since 1996, so that a calendar needs no list of zones of its own. ical-generator
 * folds and ends the lines.
 */
const timeZone = `BEGIN:VTIMEZONE
TZID:${zone}
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

const dayInSeconds = 86_400;

/** How a calendar takes the entry (RFC 5546). Never REQUEST: docs/decisions/0013. */
export function calendarMethod(state: CalendarFacts["state"]): "PUBLISH" | "CANCEL" {
  return state === "confirmed" ? "PUBLISH" : "CANCEL";
}

/** The calendar entry of an appointment (RFC 5545), as text with CRLF. */
export function calendarText(facts: CalendarFacts): string {
  const confirmed = facts.state === "confirmed";
  const t = translator(facts.locale, "calendar");
  const concern = new Intl.ListFormat(facts.locale).format(facts.concerns.map(line));
  const calendar = ical({
    prodId: { company: "Mawid", product: "Mawid", language: facts.locale },
    method: ICalCalendarMethod[calendarMethod(facts.state)],
    // Without a name, since with one it also writes TIMEZONE-ID, which RFC 5545 does not know.
    timezone: { name: null, generator: () => timeZone },
  });
  calendar.createEvent({
    id: `${facts.appointmentId}@${facts.portalHost}`,
    sequence: facts.sequence,
    stamp: Temporal.Instant.from(facts.stamp),
    start: inZone(facts.startsAt),
    end: inZone(facts.endsAt),
    timezone: zone,
    summary: t(`${facts.state}.summary`, { concern }),
    location: [facts.office, facts.department, facts.address]
      .filter((part) => part !== undefined)
      .map(line)
      .join(", "),
    description: description(facts),
    organizer: { name: line(facts.office), email: facts.organizer },
    status: confirmed ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    transparency: confirmed ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    // Who may look into somebody's calendar need not see what brings them to this office.
    class: ICalEventClass.PRIVATE,
    url: facts.manageLink,
    alarms: confirmed ? [{ type: ICalAlarmType.display, triggerBefore: dayInSeconds }] : [],
  });
  // The library leaves out the end of the last line.
  return `${calendar.toString()}\r\n`;
}

function description(facts: CalendarFacts): string {
  const t = translator(facts.locale, "calendar");
  const reference = directions[facts.locale] === "rtl" ? `\u2066${facts.reference}\u2069` : facts.reference;
  const parts = [
    ...(facts.state === "cancelled" ? [t("cancelled.note")] : []),
    [...facts.concerns.map(line), t("reference", { reference })].join("\n"),
    ...(facts.state === "confirmed" && facts.documents.length > 0
      ? [[t("bring"), ...facts.documents.map((name) => `- ${line(name)}`)].join("\n")]
      : []),
    `${t(`${facts.state}.link`)}\n${facts.manageLink}`,
  ];
  return parts.join("\n\n");
}

const inZone = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

/** One line of text: whatever could end a line or control a terminal becomes a space. */
const line = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
