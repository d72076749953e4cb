import { holdAppointment } from "@/lib/booking/commands";
import { availability } from "@/lib/booking/queries";
import type { HoldRequest } from "@/lib/booking/types";
import { getOffice } from "@/lib/offices/queries";
import { db } from "@/lib/platform/db";
import { letters, load } from "./load";
import { makeSlots } from "./places";
import type { Row, Suite } from "./types";

const request = (index: number, startsAt: string): HoldRequest => ({
  office: "hagen",
  concern: "card-pickup",
  startsAt,
  person: { givenName: "Test", familyName: `Person ${letters(index)}`, birthDate: "1990-03-27" },
  email: `person-${index}@example.org`,
  locale: "de",
});

/** Claims and calendars without HTTP: what the database and our own code cost. */
export const claims: Suite = async () => {
  const rows: Row[] = [];
  const times = await makeSlots(3000, 10);
  await load(500, 20, () => db().$queryRaw`SELECT 1`);
  const floor = await load(5000, 20, () => db().$queryRaw`SELECT 1`);
  const wins = await load(1000, 20, (index) => holdAppointment(request(index, times[index] ?? "")));
  const [full = ""] = times;
  await db().$executeRaw`UPDATE slot SET open = false WHERE starts_at = ${full}::timestamptz`;
  const losses = await load(1000, 20, (index) => holdAppointment(request(10_000 + index, full)));
  rows.push(
    { what: "claims that win, per second, without HTTP", value: wins.perSecond, unit: "1/s" },
    {
      what: "claims that win, against an empty query",
      value: wins.perSecond / floor.perSecond,
      unit: "ratio",
    },
    {
      what: "claims that lose (with alternatives), against those that win",
      value: losses.perSecond / wins.perSecond,
      unit: "ratio",
    },
  );

  const hagen = getOffice("hagen");
  if (!hagen) throw new Error("content/offices/hagen is missing");
  let first = 0;
  for (const slots of [300, 3000, 30_000]) {
    await makeSlots(slots, slots / 150);
    const calendars = await load(40, 2, () => availability(hagen, "family-reunification"));
    first ||= calendars.perSecond;
    const value = calendars.perSecond / first;
    rows.push({ what: `calendars of ${slots} slots, against those of 300`, value, unit: "ratio" });
  }
  return rows;
};
