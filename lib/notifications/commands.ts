import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { sendMail } from "@/lib/platform/mailer";
import { composers } from "./mails/registry";
import { codeOf, isFinal, patienceHours, type SendError } from "./rules";
import type { Mail, Message } from "./types";

/**
 * Sends one mail, unless that has been done or given up. `ok: false` means: not now, try again. The database is told as
 * soon as the server has the mail; a process that ends in between repeats it, with the same Message-ID.
 */
export async function deliverMessage(
  id: bigint,
  signal: AbortSignal,
): Promise<{ ok: true } | { ok: false; reason: string }> {
  const message = await takeMessage(id);
  if (!message) return { ok: true };
  const compose = composers[message.kind];
  if (!compose) return { ok: false, reason: "unknown_kind" };
  const mail = await compose(message);
  if (!mail) {
    await db().$executeRaw`UPDATE message SET skipped_at = portal_now(), last_error = NULL WHERE id = ${id}`;
    return { ok: true };
  }
  try {
    await sendMail({ ...mail, messageId: messageIdOf(message) }, signal);
  } catch (error) {
    return noteFailure(message, mail, error as SendError);
  }
  await noteSent(id);
  return { ok: true };
}

async function takeMessage(id: bigint): Promise<Message | undefined> {
  const [row] = await db().$queryRaw<
    { kind: string; subject_id: string; data: Message["data"]; due_at: Date }[]
  >`
    UPDATE message SET attempts = attempts + 1
    WHERE id = ${id} AND sent_at IS NULL AND failed_at IS NULL AND skipped_at IS NULL
    RETURNING kind, subject_id, data, due_at`;
  return row && { id, kind: row.kind, subjectId: row.subject_id, data: row.data, dueAt: row.due_at };
}

/** The same at every attempt. The subject is random, so that no two portals ever make the same one. */
function messageIdOf({ kind, subjectId, id }: Message): string {
  return `<${kind}.${subjectId}.${id}@${new URL(env().PORTAL_URL).hostname}>`;
}

/** What is noted is not sent again, so a database that is just starting anew is waited for. */
async function noteSent(id: bigint): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await db().$executeRaw`UPDATE message SET sent_at = portal_now(), last_error = NULL WHERE id = ${id}`;
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await pause(500);
    }
  }
}

async function noteFailure(message: Message, { office, reference }: Mail, error: SendError) {
  const code = codeOf(error);
  const final = isFinal(error);
  const [row] = await db().$queryRaw<{ given_up: boolean }[]>`
    UPDATE message SET office = ${office}, reference = ${reference}, last_error = ${code},
      failed_at = CASE
        WHEN ${final} OR due_at <= portal_now() - make_interval(hours => ${patienceHours}::int) THEN portal_now()
      END
    WHERE id = ${message.id} RETURNING failed_at IS NOT NULL AS given_up`;
  log.warn({ message: Number(message.id), code, givenUp: row?.given_up }, "mail not sent");
  return row?.given_up === false ? ({ ok: false, reason: code } as const) : ({ ok: true } as const);
}

/** Gives a mail of the office that was given up a new start, as if it had just been written. */
export async function resendMessage(
  id: string,
  office: string,
  actor: string,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  if (!/^\d{1,18}$/.test(id)) return { ok: false, reason: "not_found" };
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ kind: string; reference: string | null; at: Date }[]>`
      UPDATE message SET failed_at = NULL, last_error = NULL, attempts = 0, due_at = portal_now()
      WHERE id = ${BigInt(id)} AND office = ${office} AND failed_at IS NOT NULL
      RETURNING kind, reference, due_at AS at`;
    if (!row) return { ok: false, reason: "not_found" } as const;
    await tx.$executeRaw`SELECT queue_message(${BigInt(id)}, ${row.at}::timestamptz)`;
    await tx.staffEvent.create({
      data: {
        at: row.at,
        actor,
        action: "message.resent",
        subject: { message: id, kind: row.kind, reference: row.reference, office },
      },
    });
    return { ok: true } as const;
  });
}

/** Gives every mail that is still to be sent a job, should it have none. */
export async function requeueMessages(): Promise<void> {
  const [row] = await db().$queryRaw<{ count: number }[]>`SELECT requeue_messages() AS count`;
  if (row?.count) log.warn({ messages: row.count }, "mails without a job");
}
