import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as openCalendar } from "@/app/api/v1/appointments/[token]/calendar.ics/route";
import { GET as openConfirmation } from "@/app/api/v1/appointments/[token]/confirmation.pdf/route";
import { GET as openAttachment } from "@/app/dev/mailbox/[mail]/[attachment]/route";
import { GET as openMailbox } from "@/app/dev/mailbox/route";
import { cancelAppointment } from "@/lib/booking/changes/commands";
import { holdAppointment } from "@/lib/booking/commands";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { startMailbox } from "../../scripts/mailbox.mjs";
import { bookedAppointment, newestMail } from "../support/appointment";
import { holdRequest, publishHagen } from "../support/booking";
import { entryIn } from "../support/calendar";
import { createDatabase, setClock } from "../support/database";
import { useMailServer } from "../support/mail";
import { pagesOf } from "../support/pdf";

let drop: () => Promise<void>;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
const dir = mkdtempSync(path.join(tmpdir(), "mawid-attachments-"));

beforeAll(async () => {
  ({ drop } = await createDatabase());
  mailbox = await startMailbox({ dir, port: 0 });
  process.env.MAILBOX_DIR = dir;
  process.env.PORTAL_URL = "https://mawid.example";
  await setClock("2027-01-05T12:00:00+01:00");
  await publishHagen("2027-W02");
});
afterAll(async () => {
  await mailbox.stop();
  rmSync(dir, { recursive: true, force: true });
  await drop();
});
beforeEach(async () => {
  await db().$executeRaw`UPDATE slot SET appointment_id = NULL, claimed_until = NULL, public_at = NULL`;
  await db().appointment.deleteMany();
  await db().message.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  useMailServer(mailbox.url);
});

describe("the address of the", () => {
  const request = (query = "") => new Request(`http://localhost/x${query}`);
  const at = (token: string) => ({ params: Promise.resolve({ token }) });

  it("calendar entry gives it while the appointment stands, and takes it back when it is cancelled", async () => {
    const { token, reference, id } = await bookedAppointment();
    const response = await openCalendar(request(), at(token));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": `inline; filename="Termin-${reference}.ics"`,
      "cache-control": "no-store",
    });
    expect(entryIn(await response.text())).toMatchObject({ uid: `${id}@mawid.example`, sequence: 0 });
    await cancelAppointment(token);
    const after = await openCalendar(request(), at(token));
    expect(after.headers.get("content-type")).toBe("text/calendar; charset=utf-8; method=CANCEL");
    expect(entryIn(await after.text())).toMatchObject({ uid: `${id}@mawid.example`, sequence: 1 });
  });

  it("confirmation gives it in the language asked for, and no longer when it is cancelled", async () => {
    const { token, reference } = await bookedAppointment();
    const response = await openConfirmation(request("?locale=ar"), at(token));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="Termin-${reference}.pdf"`,
      "cache-control": "no-store",
    });
    const text = async (from: Response) => pagesOf(Buffer.from(await from.arrayBuffer())).join();
    expect(await text(response)).toContain("تأكيد الموعد");
    for (const query of ["", "?locale=xx"])
      expect(await text(await openConfirmation(request(query), at(token)))).not.toMatch(/\p{Script=Arabic}/u);
    await cancelAppointment(token);
    expect((await openConfirmation(request(), at(token))).status).toBe(404);
  });

  it.each([
    ["calendar entry", openCalendar],
    ["confirmation", openConfirmation],
  ])("%s is not found for a hold, a past appointment and a token of another kind", async (_what, open) => {
    const { id, token } = await bookedAppointment();
    for (const other of [signToken("confirm", id), signToken("hold", id), `${token.slice(0, -1)}!`, "x"])
      expect((await open(request(), at(other))).status).toBe(404);
    await setClock("2027-01-13T10:20:00+01:00");
    expect((await open(request(), at(token))).status).toBe(404);
    await setClock("2027-01-05T12:00:00+01:00");
    await holdAppointment(holdRequest(950, { email: "held-too@example.org" }));
    const held = await db().appointment.findFirstOrThrow({ where: { state: "held" } });
    const response = await open(request(), at(signToken("manage", held.id)));
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});

describe("the local mailbox", () => {
  const attachment = (address: string) => {
    const [, mail = "", index = ""] = /^\/dev\/mailbox\/([^/]+)\/(\d+)$/.exec(address) ?? [];
    return openAttachment(new Request(`http://localhost${address}`), {
      params: Promise.resolve({ mail, attachment: index }),
    });
  };

  it("hands out what came with a mail", async () => {
    const { email } = await bookedAppointment();
    const { attachments } = await newestMail(email);
    const page = await openMailbox().text();
    const addresses = [...page.matchAll(/<a href="(\/dev\/mailbox\/[^"]+)"/g)].map(
      ([, address = ""]) => address,
    );
    const [calendar, confirmation] = [
      await attachment(addresses[0] ?? ""),
      await attachment(addresses[1] ?? ""),
    ];
    expect(Buffer.from(await calendar.arrayBuffer()).equals(attachments[0]?.content ?? Buffer.of())).toBe(
      true,
    );
    expect(calendar.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(Buffer.from(await confirmation.arrayBuffer()).equals(attachments[1]?.content ?? Buffer.of())).toBe(
      true,
    );
    expect(confirmation.headers.get("content-disposition")).toMatch(/^inline; /);
    for (const wrong of [`${addresses[0]}9`, "/dev/mailbox/none/0"])
      expect((await attachment(wrong)).status).toBe(404);
  });

  it("has nothing to hand out in production", async () => {
    const { email } = await bookedAppointment();
    await newestMail(email);
    const address = /<a href="(\/dev\/mailbox\/[^"]+)"/.exec(await openMailbox().text())?.[1] ?? "";
    expect((await attachment(address)).status).toBe(200);
    for (const [name, value] of Object.entries({ PORTAL_ENV: "production", PORTAL_CLOCK_OFFSET: "" }))
      vi.stubEnv(name, value);
    forgetEnv();
    expect((await attachment(address)).status).toBe(404);
    vi.unstubAllEnvs();
    forgetEnv();
  });
});
