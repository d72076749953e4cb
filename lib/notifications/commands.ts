import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { getDocuments } from "@/lib/guides/documents/queries";
import { isLocale, routing } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { fromDate, rfc3339 } from "@/lib/time/calendar";
import { composeMail } from "./mail";
import { attemptsAtMost, isPermanent, pauseAfter } from "./rules";
import type { Mail, MailKind } from "./types";

let transport: Transporter | undefined;

/** Mail server of the settings. Its time limits keep one hanging server from stopping the queue. */
function mailer(): Transporter {
  transport ??= createTransport({
    url: env().SMTP_URL ?? "smtp://127.0.0.1:1025",
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return transport;
}

/** Connects anew at the next mail; for tests that change the server. */
export function forgetMailer(): void {
  transport?.close();
  transport = undefined;
}

type Due = { id: bigint; kind: MailKind; subject_id: string; attempts: number };

/**
 * Sends the mails that are due, one after the other, until none is left; returns how many were sent. A row is taken by
 * moving its next attempt into the future, so that several processes share the queue and a crash loses nothing: the
 * mail is tried again, with the same Message-ID.
 */
export async function deliverDue(): Promise<number> {
  let sent = 0;
  for (;;) {
    const [due] = await db().$queryRaw<Due[]>`
      UPDATE message SET attempts = attempts + 1, next_attempt_at = portal_now() + interval '2 minutes'
      WHERE id = (
        SELECT id FROM message WHERE sent_at IS NULL AND failed_at IS NULL AND skipped_at IS NULL AND next_attempt_at <= portal_now()
        ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED
      ) RETURNING id, kind, subject_id, attempts`;
    if (!due) return sent;
    if (await deliver(due)) sent += 1;
  }
}

async function deliver(due: Due): Promise<boolean> {
  try {
    const mail = await composeFor(due);
    await mailer().sendMail({
      from: env().MAIL_FROM,
      to: { name: "", address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      headers: { "Content-Language": mail.language, "Auto-Submitted": "auto-generated" },
    });
    await db().$executeRaw`UPDATE message SET sent_at = portal_now(), last_error = NULL WHERE id = ${due.id}`;
    return true;
  } catch (error) {
    const failure = error as { responseCode?: number; code?: string };
    const final = isPermanent(failure) || due.attempts >= attemptsAtMost;
    // The server's words may hold the address, so only the codes are kept.
    const reason = `${failure.responseCode ?? failure.code ?? "error"}`;
    await db().$executeRaw`
      UPDATE message SET last_error = ${reason},
        failed_at = CASE WHEN ${final} THEN portal_now() END,
        next_attempt_at = portal_now() + make_interval(secs => ${pauseAfter(due.attempts)}::int)
      WHERE id = ${due.id}`;
    log.warn({ message: Number(due.id), reason, final }, "mail not sent");
    return false;
  }
}

async function composeFor(due: Due): Promise<Mail> {
  const row = await db().appointment.findUniqueOrThrow({ where: { id: due.subject_id } });
  const locale = isLocale(row.locale) ? row.locale : routing.defaultLocale;
  const office = getOffice(row.office);
  const found = office && findConcern(office, row.concern);
  if (!office || !found) throw new Error(`no such concern: ${row.office}/${row.concern}`);
  const { PORTAL_URL } = env();
  const link = {
    hold: `${PORTAL_URL}/${locale}/appointments/confirm?token=${signToken("confirm", row.id)}`,
    confirmed: `${PORTAL_URL}/${locale}/appointments/${signToken("manage", row.id)}`,
    cancelled: `${PORTAL_URL}/${locale}/offices/${office.slug}/book?concern=${row.concern}`,
  }[due.kind];
  return composeMail(
    due.kind,
    {
      appointmentId: row.id,
      to: row.email,
      locale,
      givenName: row.givenName,
      office: office.name[locale],
      concern: found.concern.name[locale],
      reference: row.reference,
      startsAt: rfc3339(fromDate(row.startsAt)),
      holdExpiresAt: rfc3339(fromDate(row.holdExpiresAt)),
      documents: getDocuments(found.concern.documents).map((document) => document.name[locale]),
      link,
    },
    new URL(PORTAL_URL).hostname,
  );
}
