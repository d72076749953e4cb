import ICAL from "ical.js";
import { sync as nodeIcal } from "node-ical";
import { Temporal } from "temporal-polyfill";

/** What ical.js reads, with the zone that the file itself describes. */
export function byIcalJs(calendar: string) {
  const root = new ICAL.Component(ICAL.parse(calendar));
  const [component, ...others] = root.getAllSubcomponents("vevent");
  if (!component || others.length > 0) throw new Error("not one event");
  const event = new ICAL.Event(component);
  const read = (time: ICAL.Time) => ({ wall: time.toString().slice(0, 16), utc: time.toUnixTime() * 1000 });
  return {
    root,
    component,
    method: root.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    location: event.location,
    description: event.description,
    status: component.getFirstPropertyValue("status"),
    start: read(event.startDate),
    end: read(event.endDate),
    zone: event.startDate.zone?.tzid,
  };
}

/** What node-ical reads, with its own list of time zones. */
export function byNodeIcal(calendar: string) {
  const [event, ...others] = Object.values(nodeIcal.parseICS(calendar)).filter(
    (component) => component?.type === "VEVENT",
  );
  if (event?.type !== "VEVENT" || others.length > 0) throw new Error("not one event");
  const read = (time: Date & { tz?: string }) => ({
    wall: Temporal.Instant.fromEpochMilliseconds(time.getTime())
      .toZonedDateTimeISO(time.tz ?? "UTC")
      .toPlainDateTime()
      .toString({ smallestUnit: "minute" }),
    utc: time.getTime(),
  });
  if (!event.end) throw new Error("no end");
  return { event, start: read(event.start), end: read(event.end), zone: event.start.tz };
}

/** What tells an entry of a calendar from an older one of the same appointment. */
export function entryIn(calendar: string) {
  const { method, uid, sequence, status, start } = byIcalJs(calendar);
  return { method, uid, sequence, status, start: new Date(start.utc).toISOString() };
}
