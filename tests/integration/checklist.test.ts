import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { cancelAppointment } from "@/lib/booking/changes/commands";
import { shareChecklist } from "@/lib/booking/checklist/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { appointmentByToken } from "@/lib/booking/queries";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { emptyWeeks, idOf } from "../support/weeks";

let url: string;
let drop: () => Promise<void>;
let id: string;
let token: string;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());
beforeEach(async () => {
  await setClock("2027-01-05T12:00:00+01:00");
  await emptyWeeks(url);
  await publishHagen("2027-W02");
  // Collecting the card: letter, passport, title, authority.
  id = idOf(await holdAppointment(holdRequest(1, { furtherConcerns: ["change-of-conditions"] })));
  token = signToken("manage", id);
  await confirmAppointment(signToken("confirm", id));
});

const stored = () =>
  db().appointment.findUniqueOrThrow({
    where: { id },
    select: { openDocuments: true, documentsSharedAt: true },
  });
const history = async () =>
  (await db().appointmentEvent.findMany({ where: { appointmentId: id }, orderBy: { id: "asc" } })).map(
    ({ kind, actor }) => `${kind} ${actor}`,
  );
const told = async () => (await appointmentByToken(token))?.openDocuments;

describe("the checklist of an appointment", () => {
  it("is nobody's business until its applicant shares it", async () => {
    expect(await stored()).toEqual({ openDocuments: [], documentsSharedAt: null });
    expect(await told()).toBeNull();
  });

  it("is stored with what is missing, once each and in the order of the list, and can be told anew", async () => {
    const open = ["employment-contract", "valid-passport", "valid-passport"];
    expect(await shareChecklist(token, open)).toEqual({ ok: true });
    expect(await told()).toEqual(["valid-passport", "employment-contract"]);
    expect((await stored()).documentsSharedAt).not.toBeNull();
    expect(await shareChecklist(token, [])).toEqual({ ok: true });
    expect(await told()).toEqual([]);
    expect((await history()).slice(-1)).toEqual(["documents_shared applicant"]);
    expect((await history()).filter((line) => line.startsWith("documents"))).toHaveLength(1);
  });

  it("is taken back whole, at any time", async () => {
    await shareChecklist(token, ["valid-passport"]);
    await cancelAppointment(token);
    expect(await shareChecklist(token, null)).toEqual({ ok: true });
    expect(await stored()).toEqual({ openDocuments: [], documentsSharedAt: null });
    expect((await history()).filter((line) => line.startsWith("documents"))).toEqual([
      "documents_shared applicant",
      "documents_withdrawn applicant",
    ]);
    expect(await shareChecklist(token, null)).toEqual({ ok: true });
    expect((await history()).filter((line) => line.startsWith("documents"))).toHaveLength(2);
  });

  it.each([["loss-report"], ["no-such"], ["valid-passport'); --"], [""]])(
    "takes no document that its concerns do not ask for: %j",
    async (document) => {
      expect(await shareChecklist(token, ["valid-passport", document])).toEqual({
        ok: false,
        reason: "unknown_document",
      });
      expect(await told()).toBeNull();
    },
  );

  it("is not shared once the appointment has begun, is cancelled, or is not confirmed", async () => {
    const refused = { ok: false, reason: "too_late" };
    await setClock("2027-01-13T09:59:58+01:00");
    expect(await shareChecklist(token, [])).toEqual({ ok: true });
    await setClock("2027-01-13T10:00:00+01:00");
    expect(await shareChecklist(token, ["valid-passport"])).toEqual(refused);
    expect(await told()).toEqual([]);
    await setClock("2027-01-05T12:05:00+01:00");
    await cancelAppointment(token);
    expect(await shareChecklist(token, ["valid-passport"])).toEqual(refused);
    const held = idOf(await holdAppointment(holdRequest(2)));
    expect(await shareChecklist(signToken("manage", held), ["valid-passport"])).toEqual(refused);
  });

  it("opens to the management token alone", async () => {
    for (const other of [signToken("confirm", id), signToken("hold", id), `${token}x`, "", id])
      expect(await shareChecklist(other, [])).toEqual({ ok: false, reason: "not_found" });
    expect(await told()).toBeNull();
  });

  it("is told once when two tell it at the same moment", async () => {
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    try {
      await other.query("BEGIN");
      await other.query(
        "UPDATE appointment SET open_documents = '{residence-title}', documents_shared_at = portal_now() WHERE id = $1",
        [id],
      );
      const second = shareChecklist(token, ["valid-passport"]);
      await vi.waitFor(
        async () => {
          const { rows } = await other.query("SELECT 1 FROM pg_locks WHERE NOT granted");
          expect(rows).toHaveLength(1);
        },
        { timeout: 20_000 },
      );
      await other.query("COMMIT");
      expect(await second).toEqual({ ok: true });
    } finally {
      await other.end();
    }
    // The second saw what the first had stored: it replaced it, and the history has no line of its own for it.
    expect(await told()).toEqual(["valid-passport"]);
    expect((await history()).filter((line) => line.startsWith("documents"))).toEqual([]);
  });
});
