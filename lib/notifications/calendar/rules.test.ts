import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/routing";
import { rfc3339, zone } from "@/lib/time/calendar";
import { byIcalJs, byNodeIcal } from "../../../tests/support/calendar";
import { calendarText } from "./rules";
import type { CalendarFacts } from "./types";

const facts: CalendarFacts = {
  appointmentId: "0b5f3b0e-1111-4222-8333-444455556666",
  portalHost: "mawid.example",
  sequence: 0,
  state: "confirmed",
  stamp: "2027-01-05T12:00:00+01:00",
  startsAt: "2027-01-13T10:00:00+01:00",
  endsAt: "2027-01-13T10:30:00+01:00",
  locale: "ar",
  office: "دائرة شؤون الأجانب في هاغن",
  department: "الإقامة والأسرة",
  concerns: ["استلام البطاقة", "تعديل الأحكام الإضافية"],
  reference: "HA-7K3F-92QD",
  documents: ["رسالة الاستلام", "جواز سفر ساري المفعول", "قرار المكتب الاتحادي للهجرة واللاجئين"],
  manageLink: "https://mawid.example/ar/appointments/0b5f3b0e.c2lnbmF0dXJl-_",
  organizer: "no-reply@mawid.example",
};
const text = (changes: Partial<CalendarFacts> = {}) => calendarText({ ...facts, ...changes });

const unfolded = (calendar: string) => calendar.replace(/\r\n[ \t]/g, "").split("\r\n");

describe("two independent readers understand the same times", () => {
  it.each([
    ["2027-01-13T10:00:00+01:00", "2027-01-13T10:00", "2027-01-13T09:00:00Z"],
    ["2027-07-14T08:30:00+02:00", "2027-07-14T08:30", "2027-07-14T06:30:00Z"],
    // Around the beginning of summer time, which skips 02:00 to 03:00 on 28 March.
    ["2027-03-26T11:45:00+01:00", "2027-03-26T11:45", "2027-03-26T10:45:00Z"],
    ["2027-03-28T01:30:00+01:00", "2027-03-28T01:30", "2027-03-28T00:30:00Z"],
    ["2027-03-28T03:00:00+02:00", "2027-03-28T03:00", "2027-03-28T01:00:00Z"],
    ["2027-03-29T14:30:00+02:00", "2027-03-29T14:30", "2027-03-29T12:30:00Z"],
    // Around its end, which repeats 02:00 to 03:00 on 31 October.
    ["2027-10-29T08:30:00+02:00", "2027-10-29T08:30", "2027-10-29T06:30:00Z"],
    ["2027-10-31T01:30:00+02:00", "2027-10-31T01:30", "2027-10-30T23:30:00Z"],
    ["2027-10-31T03:00:00+01:00", "2027-10-31T03:00", "2027-10-31T02:00:00Z"],
    ["2027-11-01T14:30:00+01:00", "2027-11-01T14:30", "2027-11-01T13:30:00Z"],
  ])("of %s: %s in Berlin, %s", (startsAt, wall, utc) => {
    const endsAt = rfc3339(Temporal.Instant.from(startsAt).add({ minutes: 15 }));
    const calendar = text({ startsAt, endsAt });
    const expected = { wall, utc: Date.parse(utc) };
    for (const read of [byIcalJs(calendar), byNodeIcal(calendar)]) {
      expect(read.start).toEqual(expected);
      expect(read.end.utc).toBe(expected.utc + 15 * 60_000);
    }
    expect(byIcalJs(calendar).zone).toBe(zone);
    expect(byNodeIcal(calendar).zone).toBe(zone);
    expect(calendar).toContain(`DTSTART;TZID=Europe/Berlin:${wall.replace(/[-:]/g, "")}00\r\n`);
  });

  it("at any quarter of an hour of the counters, for years", () => {
    const quarters = fc
      .record({
        day: fc.integer({ min: 0, max: 15 * 366 }),
        quarter: fc.integer({ min: 4 * 6, max: 4 * 20 }),
      })
      .map(({ day, quarter }) =>
        Temporal.PlainDateTime.from("2026-01-01T00:00")
          .add({ days: day, minutes: quarter * 15 })
          .toZonedDateTime(zone)
          .toInstant(),
      );
    fc.assert(
      fc.property(quarters, (instant) => {
        const calendar = text({ startsAt: rfc3339(instant), endsAt: rfc3339(instant.add({ minutes: 15 })) });
        const expected = { wall: rfc3339(instant).slice(0, 16), utc: instant.epochMilliseconds };
        expect(byIcalJs(calendar).start).toEqual(expected);
        expect(byNodeIcal(calendar).start).toEqual(expected);
      }),
    );
  });
});

describe("the entry", () => {
  it.each([
    ["ar", "موعد: استلام البطاقة", "رقم الموعد: \u2066HA-7K3F-92QD\u2069", "أحضر معك من فضلك:"],
    ["de", "Termin: Karte abholen", "Terminnummer: HA-7K3F-92QD", "Bitte mitbringen:"],
    ["en", "Appointment: Collect your card", "Reference: HA-7K3F-92QD", "Please bring:"],
  ] as const)("tells in %s what, where and what to bring", (locale, summary, reference, bring) => {
    const concern = summary.slice(summary.indexOf(": ") + 2);
    const calendar = text({ locale, concerns: [concern], address: "Musterstraße 1, 58000 Musterstadt" });
    const read = byIcalJs(calendar);
    expect(read.summary).toBe(summary);
    expect(read.location).toBe(`${facts.office}, ${facts.department}, Musterstraße 1, 58000 Musterstadt`);
    expect(read.description?.split("\n")).toEqual([
      concern,
      reference,
      "",
      bring,
      ...facts.documents.map((name) => `- ${name}`),
      "",
      expect.stringMatching(/:$/),
      facts.manageLink,
    ]);
    const { event } = byNodeIcal(calendar);
    expect(event).toMatchObject({ summary, location: read.location, description: read.description });
  });

  it("names all concerns of a visit", () => {
    expect(byIcalJs(text()).summary).toBe("موعد: استلام البطاقة وتعديل الأحكام الإضافية");
  });

  it("is published, not an invitation that a phone would answer", () => {
    const read = byIcalJs(text());
    expect(read.method).toBe("PUBLISH");
    expect(read.status).toBe("CONFIRMED");
    expect(read.component.hasProperty("attendee")).toBe(false);
    expect(read.component.getFirstPropertyValue("organizer")).toBe("mailto:no-reply@mawid.example");
    expect(read.component.getFirstPropertyValue("class")).toBe("PRIVATE");
    expect(read.component.getFirstPropertyValue("url")).toBe(facts.manageLink);
    expect(String(read.component.getFirstPropertyValue("dtstamp"))).toBe("2027-01-05T11:00:00Z");
  });

  it("reminds a day before", () => {
    const [alarm, ...others] = byIcalJs(text()).component.getAllSubcomponents("valarm");
    expect(others).toEqual([]);
    expect(alarm?.getFirstPropertyValue("action")).toBe("DISPLAY");
    expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-P1D");
  });

  it("has one address for good, and a number that grows", () => {
    const uid = "0b5f3b0e-1111-4222-8333-444455556666@mawid.example";
    const moved = byIcalJs(
      text({ sequence: 1, startsAt: "2027-01-14T14:30:00+01:00", endsAt: "2027-01-14T15:00:00+01:00" }),
    );
    const cancelled = byIcalJs(text({ sequence: 2, state: "cancelled" }));
    expect([byIcalJs(text()), moved, cancelled].map((read) => [read.uid, read.sequence])).toEqual([
      [uid, 0],
      [uid, 1],
      [uid, 2],
    ]);
  });

  it.each(locales)("is taken back in %s", (locale) => {
    const calendar = text({ locale, sequence: 1, state: "cancelled" });
    const read = byIcalJs(calendar);
    expect(read).toMatchObject({ method: "CANCEL", status: "CANCELLED" });
    expect(read.summary).toMatch(/^(أُلغي|Abgesagt|Cancelled): /);
    expect(read.component.getAllSubcomponents("valarm")).toEqual([]);
    expect(read.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    expect(byNodeIcal(calendar).event.status).toBe("CANCELLED");
  });

  it("brings both rules of the time zone with it", () => {
    const zones = byIcalJs(text()).root.getAllSubcomponents("vtimezone");
    expect(zones.map((found) => found.getFirstPropertyValue("tzid"))).toEqual([zone]);
    const rules = zones[0]
      ?.getAllSubcomponents()
      .map((rule) => [rule.name, String(rule.getFirstPropertyValue("rrule"))]);
    expect(rules).toEqual([
      ["daylight", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"],
      ["standard", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"],
    ]);
  });
});

describe("the lines", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });

  /** The lines of a file as bytes, however long they are. */
  function bytesOfLines(calendar: string): Buffer[] {
    const bytes = Buffer.from(calendar);
    const lines: Buffer[] = [];
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf("\r\n", from);
      lines.push(bytes.subarray(from, end));
      from = end + 2;
    }
    return lines;
  }

  it("end with CRLF, have at most 75 octets, and never split a letter", () => {
    const words = fc.string({ unit: fc.constantFrom(...'ابتثجحخ دذرزسش ß€😀a,;\\"\n'), maxLength: 200 });
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 4 }), (office, concern, documents) => {
        const calendar = text({ office: `${office}م`, concerns: [`${concern}م`], documents });
        expect(calendar.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of bytesOfLines(calendar)) {
          expect(line.length).toBeLessThanOrEqual(75);
          expect(() => strict.decode(line)).not.toThrow();
        }
      }),
    );
  });

  it("are folded at all (negative control)", () => {
    expect(unfolded(text()).some((line) => Buffer.byteLength(line) > 75)).toBe(true);
  });
});

describe("hostile text", () => {
  const hostile = [
    "a\r\nATTENDEE:mailto:x@example.org\r\nX:",
    "a\nEND:VEVENT\nBEGIN:VEVENT\nUID:other\nSUMMARY:b",
    "a\rDTSTART:19700101T000000Z\rb",
    'quote " and ; semicolon , comma : colon \\ backslash \\n \\;',
    "a\u2028ATTENDEE:x\u2029b\u0085c\u000bd\u0000e\u007f",
    '"\r\nX-INJECTED:1',
    "lone surrogate \ud800",
    "^n^'\"",
  ];
  const names = (calendar: string) => unfolded(calendar).map((line) => /^[A-Z-]*/.exec(line)?.[0] ?? line);

  it.each(hostile)("adds no line: %j", (evil) => {
    const calendar = text({
      office: evil,
      department: evil,
      address: evil,
      concerns: [evil, evil],
      documents: [evil, evil, evil],
    });
    expect(names(calendar)).toEqual(names(text({ address: "x" })));
    expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
    const read = byIcalJs(calendar);
    expect(byNodeIcal(calendar).start).toEqual(read.start);
    expect(read.uid).toBe("0b5f3b0e-1111-4222-8333-444455556666@mawid.example");
    expect(read.component.hasProperty("attendee")).toBe(false);
  });

  it("is read as it was written where it is no control", () => {
    const concern = 'quote " and ; semicolon , comma : colon \\ backslash \\n \\;';
    const read = byIcalJs(text({ locale: "de", concerns: [concern] }));
    expect(read.summary).toBe(`Termin: ${concern}`);
    expect(read.description?.split("\n")[0]).toBe(concern);
  });
});
