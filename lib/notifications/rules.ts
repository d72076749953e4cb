import type { FailureReason } from "./types";

/** A mail that could not be sent is tried again for this long; then staff see it. */
export const patienceHours = 48;

/** What nodemailer says about a mail that was not sent. */
export type SendError = {
  /** `ECONNECTION`, `ETIMEDOUT`, `EENVELOPE` … */
  code?: string | undefined;
  /** The step of the conversation: `CONN`, `MAIL FROM`, `RCPT TO`, `DATA` …, or `API` before there was one. */
  command?: string | undefined;
  responseCode?: number | undefined;
  response?: string | undefined;
};

const mailSteps = ["MAIL FROM", "RCPT TO", "DATA"];

/**
 * Whether the same mail would be refused again. An answer of the 500s is final (RFC 5321 §4.2.1) when it is about the
 * mail; the same answer to the greeting or the sign-in is about our settings, and those can be put right. 503 is about
 * the order of commands, 530 asks for a sign-in.
 */
export function isFinal({ code, command, responseCode }: SendError): boolean {
  if (code === "EENVELOPE" && command === "API") return true;
  if (responseCode === undefined || responseCode === 503 || responseCode === 530) return false;
  return responseCode >= 500 && responseCode < 600 && mailSteps.includes(command ?? "");
}

/** The codes of a failure and nothing of the server's words, which may hold the address: `550 5.1.1`, `ETIMEDOUT`. */
export function codeOf({ code, responseCode, response }: SendError): string {
  if (responseCode === undefined) return code ?? "error";
  const [, enhanced] = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "") ?? [];
  return enhanced ? `${responseCode} ${enhanced}` : String(responseCode);
}

/** What a code means for those who look after the appointment (RFC 5321 §4.2.3, RFC 3463 §3). */
export function reasonOf(code: string): FailureReason {
  if (/^\d{3} \d\.2\.2$|^552( |$)/.test(code)) return "full";
  if (/^\d{3} \d\.1\.\d+$|^55[013]$|^EENVELOPE$/.test(code)) return "address";
  return /^5/.test(code) ? "refused" : "too_long";
}

/**
 * A reminder holds for the appointment as it was when the reminder was planned: confirmed, and not moved since. One that
 * could not be sent before the appointment began reminds of nothing.
 */
export function reminderApplies(
  appointment: { state: string; sequence: number; begun: boolean },
  data: Record<string, unknown>,
): boolean {
  return appointment.state === "confirmed" && appointment.sequence === data.sequence && !appointment.begun;
}
