import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { publicHolidays } from "@/lib/schedule/holidays";
import { bookableWindow, planWeek, releaseInstant } from "@/lib/schedule/rules";
import { rfc3339 } from "@/lib/time/calendar";
import { getOffice, getOffices } from "./queries";
import { concernsOf, documentsOf, officesWith } from "./rules";

const day = (text: string) => Temporal.PlainDate.from(text);

/** The first department of an office as its file has it: these tests read the demonstration's own policies. */
function department(slug: string) {
  const [first] = getOffice(slug)?.departments ?? [];
  if (!first) throw new Error(`there is no office ${slug}`);
  return first;
}

const planOf = (slug: string, monday: string) =>
  planWeek(department(slug), day(monday), publicHolidays(getOffice(slug)?.region ?? "", day(monday)));
const datesOf = ({ slots }: ReturnType<typeof planOf>) => [
  ...new Set(slots.map(({ startsAt }) => startsAt.slice(0, 10))),
];

describe("a week is released by the policy of its office", () => {
  it.each([
    // Lörrach: Wednesday 10:00, four weeks.
    ["loerrach", "2026-12-14", "2026-11-25T10:00:00+01:00"],
    ["loerrach", "2027-01-04", "2026-12-16T10:00:00+01:00"],
    ["loerrach", "2027-03-29", "2027-03-10T10:00:00+01:00"],
    ["loerrach", "2027-04-19", "2027-03-31T10:00:00+02:00"],
    // Erlangen: Thursday 12:00, two weeks.
    ["erlangen", "2026-12-14", "2026-12-10T12:00:00+01:00"],
    ["erlangen", "2027-01-04", "2026-12-31T12:00:00+01:00"],
    ["erlangen", "2027-04-05", "2027-04-01T12:00:00+02:00"],
    ["hagen", "2026-12-14", "2026-11-30T07:30:00+01:00"],
  ])("%s, %s: %s", (slug, monday, release) => {
    expect(rfc3339(releaseInstant(day(monday), department(slug).policy))).toBe(release);
  });
});

describe("the bookable window follows the office", () => {
  it.each([
    // A lead of a day, and the Wednesday on which the fourth week opens.
    ["loerrach", "2026-11-25T09:59:59+01:00", "2026-11-26", "2026-12-13"],
    ["loerrach", "2026-11-25T10:00:00+01:00", "2026-11-26", "2026-12-20"],
    ["loerrach", "2026-12-01T23:59:00+01:00", "2026-12-02", "2026-12-20"],
    // A lead of an hour, and the Thursday on which next week opens.
    ["erlangen", "2026-12-10T11:59:59+01:00", "2026-12-10", "2026-12-13"],
    ["erlangen", "2026-12-10T12:00:00+01:00", "2026-12-10", "2026-12-20"],
    ["erlangen", "2026-12-10T23:30:00+01:00", "2026-12-11", "2026-12-20"],
  ])("%s at %s: %s to %s", (slug, now, from, to) => {
    const window = bookableWindow(department(slug).policy, Temporal.Instant.from(now));
    expect([window.from.toString(), window.to.toString()]).toEqual([from, to]);
  });
});

describe("the plan of a week", () => {
  it("has the slots of the office: 20 minutes and a long Thursday in Lörrach, 30 minutes in Erlangen", () => {
    const loerrach = planOf("loerrach", "2026-11-30");
    expect(loerrach.slots).toHaveLength((12 * 5 + 12) * 3);
    expect(loerrach.slots.filter(({ startsAt }) => startsAt.startsWith("2026-12-03")).at(-1)?.endsAt).toBe(
      "2026-12-03T18:00:00Z",
    );
    const erlangen = planOf("erlangen", "2026-11-30");
    expect(erlangen.slots).toHaveLength(6 * 4 * 3);
    expect(datesOf(erlangen)).not.toContain("2026-12-02");
  });

  it.each([
    ["loerrach", "2027-01-04", "2027-01-06"],
    ["erlangen", "2028-01-03", "2028-01-06"],
    ["loerrach", "2027-05-24", "2027-05-27"],
    ["erlangen", "2027-05-24", "2027-05-27"],
    ["loerrach", "2027-10-25", undefined],
    ["erlangen", "2027-11-01", "2027-11-01"],
  ])("of %s, week of %s, leaves out the holiday %s of its Land", (slug, monday, holiday) => {
    const plan = planOf(slug, monday);
    expect(plan.notes.filter(({ kind }) => kind === "holiday").map(({ date }) => date)).toEqual(
      holiday ? [holiday] : [],
    );
    expect(datesOf(plan)).not.toContain(holiday);
  });

  it("keeps Epiphany open in Hagen, where it is no holiday", () => {
    expect(datesOf(planOf("hagen", "2027-01-04"))).toContain("2027-01-06");
    expect(datesOf(planOf("hagen", "2028-01-03"))).toContain("2028-01-06");
  });

  it("leaves out what one office closes, and not the others", () => {
    expect(datesOf(planOf("loerrach", "2026-12-28"))).toEqual([]);
    expect(datesOf(planOf("erlangen", "2026-12-28"))).toContain("2026-12-29");
  });
});

describe("a visit", () => {
  it("needs the documents of all its concerns, each once", () => {
    const [pickup, extension] = concernsOf(department("hagen"), [
      "card-pickup",
      "residence-permit-extension",
    ]);
    if (!pickup || !extension) throw new Error();
    expect(concernsOf(department("hagen"), ["given-up", "card-pickup"])).toEqual([pickup]);
    const needed = documentsOf([pickup, extension]);
    expect(needed.slice(0, pickup.documents.length)).toEqual(pickup.documents);
    expect(new Set(needed).size).toBe(needed.length);
    expect(needed).toEqual(expect.arrayContaining(extension.documents));
  });
});

describe("the offices of a concern", () => {
  it("are all that have it, each with its own documents", () => {
    const found = officesWith(getOffices(), "residence-permit-extension");
    expect(found.map(({ office }) => office.slug)).toEqual(["erlangen", "hagen", "loerrach"]);
    expect(new Set(found.map(({ concern }) => concern.documents.join())).size).toBe(3);
    expect(officesWith(getOffices(), "loss-report").map(({ office }) => office.slug)).toEqual(["hagen"]);
    expect(officesWith(getOffices(), "fishing")).toEqual([]);
  });

  it("name it alike, for a slug means the same everywhere", () => {
    const names = new Map<string, string>();
    for (const { departments } of getOffices())
      for (const { slug, name } of departments.flatMap(({ concerns }) => concerns)) {
        expect(names.get(slug) ?? name.de, slug).toBe(name.de);
        names.set(slug, name.de);
      }
  });
});
