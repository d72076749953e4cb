import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { availability } from "@/lib/booking/queries";
import type { HoldRequest } from "@/lib/booking/types";
import { getOffice } from "@/lib/offices/queries";
import { weekSlots } from "@/lib/schedule/queries";
import { holdRequest, publishAt } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { emptyWeeks } from "../support/weeks";

let url: string;
let drop: () => Promise<void>;

// Two offices whose departments are called alike, so that nothing can hang on the department alone.
const department = "aufenthalt";
const week = "2027-W03";

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());
beforeEach(async () => {
  // Monday of the week before: the week of the 18th is released in both offices by Thursday noon.
  await setClock("2027-01-14T12:30:00+01:00");
  await emptyWeeks(url);
  for (const office of ["loerrach", "erlangen"]) await publishAt({ office, department, week });
});

const request = (office: string, index: number, startsAt: string, changes: Partial<HoldRequest> = {}) =>
  holdAppointment(holdRequest(index, { office, startsAt, ...changes }));

describe("every office books by its own rules", () => {
  it("gives Lörrach slots of 20 minutes held for 30, Erlangen slots of 30 minutes held for 15", async () => {
    const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;
    for (const [office, length, hold] of [
      ["loerrach", 20, 30],
      ["erlangen", 30, 15],
    ] as const) {
      const held = await request(office, 1, "2027-01-19T09:00:00+01:00");
      if (!held.ok) throw new Error(held.reason);
      expect(minutes(held.startsAt, held.endsAt)).toBe(length);
      const left = minutes("2027-01-14T12:30:00+01:00", held.holdExpiresAt);
      expect(Math.round(left)).toBe(hold);
    }
  });

  it("takes Lörrach's bookings a day ahead, Erlangen's an hour ahead", async () => {
    await setClock("2027-01-19T08:00:00+01:00");
    const soon = "2027-01-19T09:30:00+01:00";
    const refused = { ok: false, reason: "outside_window" };
    expect(await request("erlangen", 1, soon)).toMatchObject({ ok: true });
    expect(await request("loerrach", 1, "2027-01-20T08:20:00+01:00")).toMatchObject({ ok: true });
    expect(await request("loerrach", 2, "2027-01-19T09:00:00+01:00")).toMatchObject(refused);
    await setClock("2027-01-19T08:31:00+01:00");
    expect(await request("erlangen", 2, soon)).toMatchObject(refused);
  });

  it("opens a week at the office's own release", async () => {
    const last = async (slug: string) => {
      const office = getOffice(slug);
      return office && (await availability(office, "card-pickup"))?.days.at(-1)?.date;
    };
    await setClock("2027-01-14T11:59:00+01:00");
    expect([await last("loerrach"), await last("erlangen")]).toEqual(["2027-01-22", undefined]);
    await setClock("2027-01-14T12:00:00+01:00");
    expect([await last("loerrach"), await last("erlangen")]).toEqual(["2027-01-22", "2027-01-22"]);
  });

  it("allows two open holds for a mail address in Lörrach, three in Erlangen", async () => {
    const email = "family@example.org";
    for (const [office, most] of [
      ["loerrach", 2],
      ["erlangen", 3],
    ] as const) {
      for (let index = 0; index < most; index += 1) {
        const hour = String(9 + index).padStart(2, "0");
        const held = await request(office, index, `2027-01-21T${hour}:00:00+01:00`, {
          email: `${office}.${email}`,
        });
        expect(held).toMatchObject({ ok: true });
      }
      expect(
        await request(office, 9, "2027-01-22T09:00:00+01:00", { email: `${office}.${email}` }),
      ).toMatchObject({ ok: false, reason: "limit_mail" });
    }
  });

  it("counts a person's one appointment by office and department", async () => {
    const at = (day: string) => `2027-01-${day}T09:00:00+01:00`;
    expect(await request("loerrach", 1, at("19"))).toMatchObject({ ok: true });
    expect(await request("erlangen", 1, at("19"), { email: "other@example.org" })).toMatchObject({
      ok: true,
    });
    expect(await request("loerrach", 1, at("21"))).toMatchObject({ ok: false, reason: "limit_person" });
  });

  it("knows no concern of another office", async () => {
    expect(
      await request("erlangen", 1, "2027-01-19T09:00:00+01:00", { concern: "loss-report" }),
    ).toMatchObject({
      ok: false,
      reason: "unknown_concern",
    });
  });
});

describe("staff of one office", () => {
  it("see who comes there, and nobody who comes to another at the same time", async () => {
    const startsAt = "2027-01-19T09:00:00+01:00";
    await request("loerrach", 1, startsAt);
    await request("erlangen", 2, startsAt);
    const people = async (office: string) =>
      (await weekSlots({ office, department, week })).flatMap((slot) => slot.appointment?.name ?? []);
    expect(await people("loerrach")).toEqual(["Test Person b"]);
    expect(await people("erlangen")).toEqual(["Test Person c"]);
  });
});
