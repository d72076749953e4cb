import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { announceComing, cancelForOffice, releaseAppointment } from "@/lib/booking/changes/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { appointmentById } from "@/lib/booking/queries";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { clerk, emptyWeeks, idOf } from "../support/weeks";

// Answers of applicants to a reminder: "I will come" and "release it".
let url: string;
let drop: () => Promise<void>;
let id: string;
let token: string;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());

// Wednesday, 13 January 2027, 10:00.
beforeEach(async () => {
  await setClock("2027-01-05T12:00:00+01:00");
  await emptyWeeks(url);
  await db().message.deleteMany();
  await publishHagen("2027-W02");
  id = idOf(await holdAppointment(holdRequest(1)));
  await confirmAppointment(signToken("confirm", id));
  token = signToken("manage", id);
});

const events = async (kind: string) =>
  db().appointmentEvent.findMany({ where: { appointmentId: id, kind }, select: { actor: true } });

it("is asked for from 72 hours before, and opening the page changes nothing", async () => {
  expect(await appointmentById(id)).toMatchObject({ asksForAnswer: false, coming: false });
  await setClock("2027-01-10T10:00:01+01:00");
  expect(await appointmentById(id)).toMatchObject({ asksForAnswer: true, coming: false });
  expect(await db().appointment.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "confirmed",
    comingAt: null,
  });
});

it("“I will come” is said once, however often it is sent and by however many at once", async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => announceComing(token)));
  expect(answers).toEqual(Array(5).fill({ ok: true }));
  expect(await announceComing(token)).toEqual({ ok: true });
  expect(await events("coming")).toEqual([{ actor: "applicant" }]);
  expect(await appointmentById(id)).toMatchObject({ coming: true });
});

it("“I will come” is refused from the beginning of the appointment on", async () => {
  await setClock("2027-01-13T10:00:00+01:00");
  expect(await announceComing(token)).toEqual({ ok: false });
  expect(await events("coming")).toEqual([]);
});

it("“I will come” is refused for a cancelled one, and for a token of another purpose", async () => {
  expect(await announceComing(signToken("confirm", id))).toEqual({ ok: false });
  await releaseAppointment(token);
  expect(await announceComing(token)).toEqual({ ok: false });
});

it("“release it” gives the place back by way of the waiting list, and the history tells it from a cancellation", async () => {
  expect(await releaseAppointment(token)).toEqual({ ok: true, id });
  expect(await releaseAppointment(token)).toEqual({ ok: true, id });
  expect(await events("released")).toEqual([{ actor: "applicant" }]);
  expect(await events("cancelled")).toEqual([]);
  const returning = await db().slot.findMany({ where: { publicAt: { not: null } } });
  expect(returning).toHaveLength(1);
  expect(returning[0]).toMatchObject({ appointmentId: null, open: true });
  expect(await db().message.count({ where: { kind: "cancelled" } })).toBe(1);
  expect(await appointmentById(id)).toMatchObject({ state: "cancelled", cancelledByOffice: false });
});

it("“release it” is refused from the beginning of the appointment on", async () => {
  await setClock("2027-01-13T10:00:00+01:00");
  expect(await releaseAppointment(token)).toEqual({ ok: false, reason: "too_late" });
});

it("an applicant sees that it was the office that cancelled", async () => {
  const { reference } = await db().appointment.findUniqueOrThrow({ where: { id } });
  expect(await cancelForOffice(reference, "hagen", clerk)).toEqual({ ok: true, id });
  expect(await appointmentById(id)).toMatchObject({ state: "cancelled", cancelledByOffice: true });
});
