import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "./env";

/** A mail as the server gets it. The Message-ID is the same at every attempt, so that a repeated mail is recognised. */
export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  language: string;
  attachments?: { filename: string; contentType: string; content: string | Buffer }[];
};

let transport: Transporter | undefined;

/** The mail server of the settings. Every step of the conversation has a limit, so that no server can hang the queue. */
function mailer(): Transporter {
  const { SMTP_URL, SMTP_TIMEOUT } = env();
  transport ??= createTransport({
    url: SMTP_URL ?? "smtp://127.0.0.1:1025",
    dnsTimeout: SMTP_TIMEOUT * 1000,
    connectionTimeout: SMTP_TIMEOUT * 1000,
    greetingTimeout: SMTP_TIMEOUT * 1000,
    socketTimeout: SMTP_TIMEOUT * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return transport;
}

/** Connects anew at the next mail; for tests that change the server. */
export function forgetMailer(): void {
  transport?.close();
  transport = undefined;
}

/** Hands a mail to the server; rejects with the error of nodemailer, which holds the server's answer if it gave one. */
export async function sendMail(mail: OutgoingMail, signal: AbortSignal): Promise<void> {
  const { to, language, ...rest } = mail;
  await mailer().sendMail({
    ...rest,
    from: env().MAIL_FROM,
    to: { name: "", address: to },
    headers: { "Content-Language": language, "Auto-Submitted": "auto-generated" },
    signal,
  });
}
