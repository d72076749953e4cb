import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  announceComing,
  cancelAppointment,
  cancelForOffice,
  moveAppointment,
} from "@/lib/booking/changes/commands";
import { counterDay, searchAppointments } from "@/lib/booking/day/queries";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { weekSlots } from "@/lib/schedule/queries";
import { leaveOneCounter, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { address, clerk, confirmed, emptyWeeks, held } from "../support/weeks";

// What clerks see of a day. Wednesday, 13 January 2027.
let url: string;
let drop: () => Promise<void>;
const wednesday = Temporal.PlainDate.from("2027-01-13");
const department = { office: "hagen", department: "auslaenderbehoerde" };

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());

beforeEach(async () => {
  await setClock("2027-01-05T12:00:00+01:00");
  await emptyWeeks(url);
  await publishHagen("2027-W02");
});

describe("the day at the counters", () => {
  it("has its appointments in order of time, with everybody who comes and the history", async () => {
    const late = await confirmed(1, {
      phone: "02331 000000",
      startsAt: "2027-01-13T11:00:00+01:00",
      concern: "residence-permit-extension",
    });
    const early = await confirmed(2, {
      startsAt: "2027-01-13T09:00:00+01:00",
      companions: [{ givenName: "Kind", familyName: "Beispiel", birthDate: "2020-02-29" }],
    });
    await confirmed(3, { startsAt: "2027-01-14T15:00:00+01:00" });
    await announceComing(signToken("manage", late.id));
    await db().appointment.update({
      where: { id: late.id },
      data: {
        documentsSharedAt: new Date("2027-01-06T12:00:00Z"),
        openDocuments: ["residence-title", "gone"],
      },
    });
    const day = await counterDay(department, wednesday);
    expect(day).toMatchObject({ today: "2027-01-05", previous: "2027-01-11", next: "2027-01-14" });
    expect(day.appointments.map(({ reference }) => reference)).toEqual([early.reference, late.reference]);
    expect(day.appointments[0]).toMatchObject({
      startsAt: "2027-01-13T09:00:00+01:00",
      state: "confirmed",
      persons: [
        { givenName: "Test", familyName: "Person c", birthDate: "1990-03-27" },
        { givenName: "Kind", familyName: "Beispiel", birthDate: "2020-02-29" },
      ],
      coming: false,
      openDocuments: null,
      choices: [],
      cancellable: true,
    });
    expect(day.appointments[1]).toMatchObject({
      coming: true,
      phone: "02331 000000",
      openDocuments: [{ de: "Bisheriger Aufenthaltstitel" }],
      history: [
        { kind: "held", actor: "applicant" },
        { kind: "confirmed", actor: "applicant" },
        { kind: "coming", actor: "applicant" },
      ],
    });
  });

  it("leaves out a hold that ran out, and keeps what was cancelled", async () => {
    await held(1);
    const { reference } = await confirmed(2);
    await cancelForOffice(reference, "hagen", clerk);
    const states = async () =>
      (await counterDay(department, wednesday)).appointments.map(({ state }) => state).sort();
    expect(await states()).toEqual(["cancelled", "held"]);
    await setClock("2027-01-05T12:25:00+01:00");
    expect(await states()).toEqual(["cancelled"]);
  });

  it("says when and whereto one was moved, on its new day", async () => {
    const { id } = await confirmed(1);
    await moveAppointment(signToken("manage", id), "2027-01-15T09:00:00+01:00");
    expect((await counterDay(department, wednesday)).appointments).toEqual([]);
    const friday = await counterDay(department, Temporal.PlainDate.from("2027-01-15"));
    expect(friday.appointments[0]?.history.at(-1)).toMatchObject({
      kind: "moved",
      from: "2027-01-13T10:00:00+01:00",
      to: "2027-01-15T09:00:00+01:00",
    });
  });

  it("has nothing of another department and another office", async () => {
    await confirmed(1);
    for (const address of [
      { office: "hagen", department: "reisedokumente" },
      { office: "erlangen", department: "auslaenderbehoerde" },
    ]) {
      expect((await counterDay(address, wednesday)).appointments).toEqual([]);
      expect(await searchAppointments(address, "Person", wednesday)).toEqual([]);
    }
  });
});

describe("the search", () => {
  const find = async (text: string) =>
    (await searchAppointments(department, text, wednesday))?.map(({ reference }) => reference) ?? null;

  it("finds names by parts, in any order, without case, accents and the forms of Arabic letters", async () => {
    const umlaut = await confirmed(1, {
      person: { givenName: "Jörg", familyName: "Weiß-Muster", birthDate: "1990-01-01" },
    });
    const arabic = await confirmed(2, {
      person: { givenName: "أحمد", familyName: "مثالى", birthDate: "1990-01-02" },
      companions: [{ givenName: "فاطمة", familyName: "مثالى", birthDate: "1991-01-02" }],
    });
    for (const text of ["jorg", "JÖRG", "muster jörg", "weiss", "Weiß Muster", "weiß-mus"]) {
      expect([text, await find(text)]).toEqual([text, [umlaut.reference]]);
    }
    for (const text of ["احمد", "أَحْمَد", "مثالي", "فاطمه", "مثالي فاطمة"]) {
      expect([text, await find(text)]).toEqual([text, [arabic.reference]]);
    }
    // Both words have to be of one person.
    expect(await find("احمد فاطمة")).toEqual([]);
    expect(await find("100%")).toEqual([]);
  });

  it("finds a reference by a part, read over the telephone, and the nearest day first", async () => {
    const near = await confirmed(1);
    const far = await confirmed(2, { startsAt: "2027-01-15T09:00:00+01:00" });
    const { reference } = near;
    for (const text of [
      reference,
      reference.toLowerCase(),
      reference.slice(3),
      reference.replaceAll("-", " "),
    ]) {
      expect(await find(text)).toEqual([reference]);
    }
    await db().appointment.update({ where: { id: near.id }, data: { reference: "HA-10A0-1ZZZ" } });
    expect(await find("ioao-lzzz")).toEqual(["HA-10A0-1ZZZ"]);
    expect(await find("person")).toEqual(["HA-10A0-1ZZZ", far.reference]);
  });

  it("asks for two characters at least", async () => {
    await confirmed(1);
    for (const text of ["", " ", "p", " - "]) expect(await find(text)).toBeNull();
  });
});

it("the timetable tells a place on its way back from a free one", async () => {
  await leaveOneCounter(url);
  const { id } = await confirmed(1);
  const stateAtTen = async () =>
    (await weekSlots(address)).find(({ startsAt }) => startsAt === "2027-01-13T10:00:00+01:00")?.state;
  expect(await stateAtTen()).toBe("booked");
  await cancelAppointment(signToken("manage", id));
  expect(await stateAtTen()).toBe("returning");
  await setClock("2027-01-05T14:05:00+01:00");
  expect(await stateAtTen()).toBe("free");
});
