import type { OutgoingMail } from "@/lib/platform/mailer";

/** A mail that is to be sent: what it is about, and what its composer needs beside the subject. */
export type Message = {
  id: bigint;
  kind: string;
  /** An appointment, an entry of the waiting list, an offer …; the kind says which. */
  subjectId: string;
  data: Record<string, unknown>;
  dueAt: Date;
};

/** A composed mail, and under which office and reference staff find it if it cannot be delivered. */
export type Mail = Omit<OutgoingMail, "messageId"> & { office: string; reference: string };

/** A file that goes with a mail, or is fetched from the page of an appointment. */
export type Attachment = NonNullable<OutgoingMail["attachments"]>[number];

/** Writes the mails of one kind. Null when there is no reason for the mail any more. */
export type Composer = (message: Message) => Promise<Mail | null>;

/** Why a mail was given up, as far as staff can do something about it. */
export type FailureReason = "address" | "full" | "refused" | "too_long";

/** A mail that was given up, as staff see it. */
export type FailedMessage = {
  id: string;
  kind: string;
  reference: string;
  /** RFC 3339 in Berlin's offset. */
  failedAt: string;
  attempts: number;
  reason: FailureReason;
  /** The server's answer, `550 5.1.1`, or what went wrong on the way, `ETIMEDOUT`. */
  code: string;
};

export type ResendState = { done?: boolean; failure?: "not_found" };
