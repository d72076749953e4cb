import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment, confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { mailText } from "@/lib/booking/rules";
import { auth } from "@/lib/platform/auth";
import { keyedHash, readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { planSlots, publishWeek, withdrawWeek } from "@/lib/schedule/commands";
import { comingWeeks, draftWeek, weekSlots, weekSummary } from "@/lib/schedule/queries";
import { saveStaff } from "@/lib/staff/commands";
import { holdRequest, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";

let url: string;
let drop: () => Promise<void>;

// Wednesday, 13 January 2027, lies in this week; it was released on 28 December.
const address = { office: "hagen", department: "auslaenderbehoerde", week: "2027-W02" };
const clerk = "clerk@hagen.example";
// 10 on Monday and Thursday, 14 on Wednesday and Friday, at four counters.
const slotsOfWeek = (10 + 14 + 10 + 14) * 4;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
});
afterAll(() => drop());

async function clean(): Promise<void> {
  await asOwner(url, "TRUNCATE appointment, week, staff_event CASCADE");
}
beforeEach(clean);

const idOf = (result: Awaited<ReturnType<typeof holdAppointment>>) => {
  const id = result.ok ? readToken("hold", result.holdToken) : null;
  if (!id) throw new Error(`no hold: ${JSON.stringify(result)}`);
  return id;
};
const claimed = () => db().slot.count({ where: { appointmentId: { not: null } } });
const stateOf = async () => (await weekSummary(address))?.state;

describe("a week", () => {
  it("is planned, published, withdrawn and planned anew, and every step is written down", async () => {
    expect(await weekSummary(address)).toMatchObject({
      state: "none",
      slots: 0,
      released: true,
      over: false,
    });
    expect(await planSlots(address, clerk)).toEqual({ ok: true, slots: slotsOfWeek });
    expect(await weekSummary(address)).toMatchObject({
      state: "draft",
      slots: slotsOfWeek,
      held: 0,
      booked: 0,
    });
    expect(await holdAppointment(holdRequest(1))).toMatchObject({ ok: false, reason: "outside_window" });

    expect(await publishWeek(address, clerk)).toMatchObject({ ok: true });
    expect(await stateOf()).toBe("published");
    const hold = await holdAppointment(holdRequest(1));
    expect(await cancelAppointment(signToken("manage", idOf(hold)))).toMatchObject({ ok: true });

    expect(await withdrawWeek(address, clerk)).toEqual({ ok: true });
    expect(await stateOf()).toBe("withdrawn");
    expect(await holdAppointment(holdRequest(2))).toMatchObject({ ok: false, reason: "outside_window" });
    expect((await weekSlots(address)).every((slot) => slot.state === "closed")).toBe(true);
    expect(await publishWeek(address, clerk)).toEqual({ ok: false, reason: "not_planned" });

    expect(await planSlots(address, clerk)).toEqual({ ok: true, slots: slotsOfWeek });
    expect(await publishWeek(address, clerk)).toMatchObject({ ok: true });
    expect(await holdAppointment(holdRequest(3))).toMatchObject({ ok: true });

    const events = await db().staffEvent.findMany({ orderBy: { id: "asc" } });
    expect(events.map((event) => event.action)).toEqual([
      "week.planned",
      "week.published",
      "week.withdrawn",
      "week.planned",
      "week.published",
    ]);
    expect(events.every((event) => event.actor === clerk)).toBe(true);
    expect(events[0]?.subject).toEqual(address);
  });

  it("is not planned, published or withdrawn out of turn", async () => {
    const refused = (reason: string) => ({ ok: false, reason });
    expect(await publishWeek(address, clerk)).toEqual(refused("not_planned"));
    expect(await withdrawWeek(address, clerk)).toEqual(refused("not_published"));
    await planSlots(address, clerk);
    expect(await withdrawWeek(address, clerk)).toEqual(refused("not_published"));
    await publishWeek(address, clerk);
    expect(await publishWeek(address, clerk)).toEqual(refused("already_published"));
    expect(await planSlots(address, clerk)).toEqual(refused("already_published"));
    await withdrawWeek(address, clerk);
    expect(await withdrawWeek(address, clerk)).toEqual(refused("not_published"));
    expect(await db().staffEvent.count()).toBe(3);
  });

  it("that is over cannot be planned; the current one can", async () => {
    expect(await planSlots({ ...address, week: "2026-W53" }, clerk)).toEqual({
      ok: false,
      reason: "week_past",
    });
    expect(await weekSummary({ ...address, week: "2026-W53" })).toMatchObject({ over: true });
    expect(await planSlots({ ...address, week: "2027-W01" }, clerk)).toMatchObject({ ok: true });
  });

  it.each(["2027-W53", "2027-W00", "2027-02", ""])("called %j does not exist", async (week) => {
    const unknown = { ...address, week };
    expect(draftWeek(unknown)).toEqual({ ok: false, reason: "unknown_week" });
    expect(await planSlots(unknown, clerk)).toEqual({ ok: false, reason: "unknown_week" });
    expect(await weekSummary(unknown)).toBeNull();
    expect(await publishWeek(unknown, clerk)).toEqual({ ok: false, reason: "not_planned" });
    expect(await withdrawWeek(unknown, clerk)).toEqual({ ok: false, reason: "not_published" });
  });

  it.each([{ office: "nowhere" }, { department: "nowhere" }])("of %j does not exist", async (elsewhere) => {
    const unknown = { ...address, ...elsewhere };
    expect(await planSlots(unknown, clerk)).toEqual({ ok: false, reason: "unknown_department" });
    expect(await weekSummary(unknown)).toBeNull();
    expect(await comingWeeks(unknown.office, unknown.department, 8)).toEqual([]);
  });

  it("is among the coming eight, with its release", async () => {
    await publishHagen(address.week);
    const weeks = await comingWeeks("hagen", "auslaenderbehoerde", 8);
    expect(weeks.map((week) => week.week)).toEqual(
      ["01", "02", "03", "04", "05", "06", "07", "08"].map((week) => `2027-W${week}`),
    );
    expect(weeks[1]).toMatchObject({
      state: "published",
      released: true,
      startsOn: "2027-01-11",
      endsOn: "2027-01-15",
    });
    expect(weeks[4]).toMatchObject({
      state: "none",
      released: false,
      releaseAt: "2027-01-18T07:30:00+01:00",
    });
  });

  it("with a hold or an appointment cannot be withdrawn, with an expired or cancelled one it can", async () => {
    await publishHagen(address.week);
    const refused = { ok: false, reason: "has_appointments" };
    const id = idOf(await holdAppointment(holdRequest(1)));
    expect(await withdrawWeek(address, clerk)).toEqual(refused);
    expect(await confirmAppointment(signToken("confirm", id))).toMatchObject({ ok: true });
    expect(await withdrawWeek(address, clerk)).toEqual(refused);
    expect(await weekSummary(address)).toMatchObject({ state: "published", held: 0, booked: 1 });
    expect(await cancelAppointment(signToken("manage", id))).toMatchObject({ ok: true });

    const late = idOf(await holdAppointment(holdRequest(2)));
    await asOwner(
      url,
      `UPDATE slot SET claimed_until = claimed_until - interval '1 hour' WHERE appointment_id = '${late}';
       UPDATE appointment SET held_at = held_at - interval '1 hour', hold_expires_at = hold_expires_at - interval '1 hour',
         occupied_until = occupied_until - interval '1 hour' WHERE id = '${late}'`,
    );
    expect(await weekSummary(address)).toMatchObject({ held: 0, booked: 0 });
    expect(await withdrawWeek(address, clerk)).toEqual({ ok: true });
    // The link in the mail leads nowhere after that, also when the week has new slots.
    expect(await planSlots(address, clerk)).toEqual({ ok: true, slots: slotsOfWeek });
    expect(await confirmAppointment(signToken("confirm", late))).toEqual({
      ok: false,
      reason: "hold_expired",
    });
  });

  it("shows who comes, once for an appointment of several slots", async () => {
    await publishHagen(address.week);
    const long = await holdAppointment(
      holdRequest(1, { concern: "family-reunification", startsAt: "2027-01-13T09:00:00+01:00" }),
    );
    await confirmAppointment(signToken("confirm", idOf(long)));
    await holdAppointment(holdRequest(2, { startsAt: "2027-01-13T10:00:00+01:00" }));
    const slots = await weekSlots(address);
    expect(slots).toHaveLength(slotsOfWeek);
    const booked = slots.filter((slot) => slot.state === "booked");
    expect(booked.map((slot) => [slot.startsAt.slice(11, 16), slot.appointment?.first])).toEqual([
      ["09:00", true],
      ["09:15", false],
      ["09:30", false],
    ]);
    expect(new Set(booked.map((slot) => slot.counter)).size).toBe(1);
    expect(booked[0]?.appointment).toEqual({
      reference: long.ok && long.reference,
      name: "Test Person b",
      concern: "family-reunification",
      first: true,
    });
    expect(slots.filter((slot) => slot.state === "held")).toHaveLength(1);
    expect(await weekSummary(address)).toMatchObject({ held: 1, booked: 3 });
  });
});

describe("two clerks at once", () => {
  const twice = <Result>(step: () => Promise<Result>) => Promise.all([step(), step()]);
  const won = (results: { ok: boolean }[]) => results.filter((result) => result.ok).length;

  it("plan a week, and its slots exist once", async () => {
    expect(won(await twice(() => planSlots(address, clerk)))).toBe(2);
    expect(await db().slot.count()).toBe(slotsOfWeek);
  });

  it("publish a week, and one is told that it is published", async () => {
    await planSlots(address, clerk);
    const results = await twice(() => publishWeek(address, clerk));
    expect(won(results)).toBe(1);
    expect(results).toContainEqual({ ok: false, reason: "already_published" });
  });

  it("withdraw a week, and one is told that it is not published any more", async () => {
    await publishHagen(address.week);
    const results = await twice(() => withdrawWeek(address, clerk));
    expect(won(results)).toBe(1);
    expect(results).toContainEqual({ ok: false, reason: "not_published" });
    expect(await db().staffEvent.count({ where: { action: "week.withdrawn" } })).toBe(1);
  });
});

describe("a withdrawal and a claim at once", () => {
  it("end with one or the other, never with both, twenty times", async () => {
    for (let round = 0; round < 20; round += 1) {
      await clean();
      await publishHagen(address.week);
      const soon = (step: () => Promise<{ ok: boolean; reason?: string }>) => sleep(randomInt(4)).then(step);
      const [hold, withdrawal] = await Promise.all([
        soon(() => holdAppointment(holdRequest(round))),
        soon(() => withdrawWeek(address, clerk)),
      ]);
      expect(hold.ok, `round ${round}: ${JSON.stringify({ hold, withdrawal })}`).toBe(!withdrawal.ok);
      expect(await stateOf()).toBe(hold.ok ? "published" : "withdrawn");
      expect(await claimed()).toBe(hold.ok ? 1 : 0);
      if (hold.ok) expect(withdrawal.reason).toBe("has_appointments");
    }
  });

  let blocker: pg.Client | undefined;
  const release = async () => {
    await blocker?.end();
    blocker = undefined;
  };
  // Also when a test has failed in between: a claim that stays in flight would stop all tests after it.
  afterEach(release);

  /** Stops a claim after it has locked its slots and before it has written them, until `release` is called. */
  async function claimInFlight(email: string) {
    const mailKey = keyedHash("mail", mailText(email));
    blocker = new pg.Client({ connectionString: url });
    await blocker.connect();
    await blocker.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [mailKey]);
    const hold = holdAppointment(holdRequest(1, { email }));
    await expect.poll(() => waiting("hold_appointment")).toBe(1);
    return { hold };
  }

  async function waiting(what: string): Promise<number> {
    const { rows } = await asOwner(
      url,
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%${what}%'`,
    );
    return rows[0].n;
  }

  it("let the claim win that was first, although nothing of it is written yet", async () => {
    await publishHagen(address.week);
    const { hold } = await claimInFlight("in-flight@example.org");
    const withdrawal = withdrawWeek(address, clerk);
    await expect.poll(() => waiting("FROM slot WHERE week_id")).toBe(1);
    // What a withdrawal would see that did not wait: nobody has anything in this week.
    expect(await claimed()).toBe(0);
    await release();
    expect(await hold).toMatchObject({ ok: true });
    expect(await withdrawal).toEqual({ ok: false, reason: "has_appointments" });
    expect(await stateOf()).toBe("published");
  });

  it("both succeed when the withdrawal does not wait (negative control)", async () => {
    await publishHagen(address.week);
    const { hold } = await claimInFlight("in-flight@example.org");
    const { rows } = await asOwner(url, "SELECT id FROM slot WHERE appointment_id IS NOT NULL");
    expect(rows).toEqual([]);
    const unguarded = asOwner(url, "UPDATE week SET state = 'withdrawn'; UPDATE slot SET open = false");
    await expect.poll(() => waiting("UPDATE slot")).toBe(1);
    await release();
    expect(await hold).toMatchObject({ ok: true });
    await unguarded;
    expect([await stateOf(), await claimed()]).toEqual(["withdrawn", 1]);
  });
});

describe("the sign-in of staff", () => {
  const account = {
    email: "Clerk@Hagen.example",
    name: "Clerk",
    office: "hagen",
    password: "a long enough password",
  };
  const credentials = { email: clerk, password: account.password };
  // Every test comes from another network, since attempts are counted by network.
  let network = 0;

  beforeEach(async () => {
    network += 1;
    await asOwner(url, "TRUNCATE staff_user, staff_rate_limit CASCADE");
    await saveStaff(account);
  });

  async function call(path: string, body: object, more: Record<string, string> = {}): Promise<Response> {
    const headers = {
      "content-type": "application/json",
      origin: "http://localhost:3000",
      "x-forwarded-for": `192.0.2.${network}`,
      ...more,
    };
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    return auth().handler(new Request(`http://localhost:3000/api/auth${path}`, request));
  }

  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
  const whoHas = (cookie: string) => auth().api.getSession({ headers: new Headers({ cookie }) });
  const sessions = () => db().staffSession.count();

  it("opens with mail and password, in whatever case the mail is typed", async () => {
    for (const email of [clerk, "CLERK@hagen.EXAMPLE"]) {
      const response = await call("/sign-in/email", { ...credentials, email });
      expect(response.status).toBe(200);
      const session = await whoHas(cookieOf(response));
      expect(session?.user).toMatchObject({ email: clerk, office: "hagen", role: "clerk" });
    }
    expect(await sessions()).toBe(2);
    const [line] = (await call("/sign-in/email", credentials)).headers.getSetCookie();
    expect(line).toMatch(/^mawid\.session_token=.+; HttpOnly; SameSite=Lax/i);
  });

  it("refuses a wrong password and an unknown mail alike", async () => {
    const wrong = await call("/sign-in/email", { ...credentials, password: "another long password" });
    const unknown = await call("/sign-in/email", { ...credentials, email: "nobody@hagen.example" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
    expect([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([]);
    expect(await sessions()).toBe(0);
  });

  it("refuses the eleventh attempt of a network, even with the right password, and no other network", async () => {
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect(
        (await call("/sign-in/email", { ...credentials, password: "another long password" })).status,
      ).toBe(401);
    }
    expect((await call("/sign-in/email", credentials)).status).toBe(429);
    expect(await sessions()).toBe(0);
    const elsewhere = await call("/sign-in/email", credentials, { "x-forwarded-for": "198.51.100.7" });
    expect(elsewhere.status).toBe(200);
  });

  it("makes no account for whoever asks for one", async () => {
    const response = await call("/sign-up/email", {
      ...credentials,
      email: "new@hagen.example",
      name: "New",
      office: "hagen",
    });
    expect(response.status).toBe(400);
    expect(await db().staffUser.count()).toBe(1);
  });

  it("ends in the database, so that a kept cookie opens nothing", async () => {
    const cookie = cookieOf(await call("/sign-in/email", credentials));
    const other = cookieOf(await call("/sign-in/email", credentials));
    expect((await call("/sign-out", {}, { cookie })).status).toBe(200);
    expect(await whoHas(cookie)).toBeNull();
    expect(await whoHas(other)).not.toBeNull();
    expect(await sessions()).toBe(1);
  });

  it("cannot be made up: a changed cookie opens nothing", async () => {
    const cookie = cookieOf(await call("/sign-in/email", credentials));
    expect(await whoHas(cookie.replace(/=..../, "=AAAA"))).toBeNull();
    expect(await whoHas(`${cookie.split(".").slice(0, 2).join(".")}.AAAA`)).toBeNull();
  });

  it("follows the account: a new office counts at once, a new password ends what is open", async () => {
    const cookie = cookieOf(await call("/sign-in/email", credentials));
    await asOwner(url, "UPDATE staff_user SET office = 'elsewhere'");
    expect((await whoHas(cookie))?.user.office).toBe("elsewhere");
    await saveStaff({ ...account, password: "a password of another year" });
    expect(await whoHas(cookie)).toBeNull();
    expect((await call("/sign-in/email", credentials)).status).toBe(401);
    const renewed = await call("/sign-in/email", { ...credentials, password: "a password of another year" });
    expect((await whoHas(cookieOf(renewed)))?.user.office).toBe("hagen");
    expect(await db().staffAccount.count()).toBe(1);
  });
});
