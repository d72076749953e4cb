import { Temporal } from "temporal-polyfill";

/** Every wall time of the portal is this zone's. */
export const zone = "Europe/Berlin";

/** The calendar day in Berlin at an instant. */
export function berlinDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** The instant of a wall time in Berlin. A time that the clock change skips becomes the same distance after it. */
export function berlinInstant(date: Temporal.PlainDate, time: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** The Monday of the ISO week of a day. */
export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

/** ISO week of a day, `2026-W50`. */
export function isoWeek(date: Temporal.PlainDate): string {
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, "0")}`;
}

/** The Monday of `2026-W50`, or null when the text names no week. */
export function parseIsoWeek(text: string): Temporal.PlainDate | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (!match) return null;
  // 4 January lies in week 1 of its year (ISO 8601).
  const monday = mondayOf(Temporal.PlainDate.from({ year: Number(match[1]), month: 1, day: 4 })).add({
    weeks: Number(match[2]) - 1,
  });
  return isoWeek(monday) === text ? monday : null;
}

// The same few hundred beginnings of slots are written again and again, and a zone is slow to ask.
const written = new Map<number, string>();
const writtenAtMost = 5000;

/** RFC 3339 with Berlin's offset and whole seconds: `2026-12-03T14:30:00+01:00`. */
export function rfc3339(instant: Temporal.Instant): string {
  const second = Math.floor(instant.epochMilliseconds / 1000);
  let text = written.get(second);
  if (text === undefined) {
    text = instant.toZonedDateTimeISO(zone).toString({ timeZoneName: "never", smallestUnit: "second" });
    if (written.size >= writtenAtMost) written.clear();
    written.set(second, text);
  }
  return text;
}

/** Reads RFC 3339 with an offset or `Z`; null when it is none. */
export function parseRfc3339(text: string): Temporal.Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i.test(text)) return null;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}

export function fromDate(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** For Prisma, which takes `Date`. */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
