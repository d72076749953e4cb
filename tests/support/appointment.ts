import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import type { HoldRequest } from "@/lib/booking/types";
import { readMailbox } from "@/lib/notifications/mailbox";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest } from "./booking";
import { deliverDue } from "./mail";

let serial = 0;

/** A confirmed appointment of somebody new, whose mails are not sent yet. */
export async function bookedAppointment(changes: Partial<HoldRequest> = {}) {
  serial += 1;
  const email = `attached-${serial}@example.org`;
  const held = await holdAppointment(holdRequest(serial, { email, locale: "de", ...changes }));
  if (!held.ok) throw new Error(held.reason);
  const { id } = await db().appointment.findFirstOrThrow({ where: { reference: held.reference } });
  await confirmAppointment(signToken("confirm", id));
  return { id, email, reference: held.reference, token: signToken("manage", id) };
}

/** The newest mail to somebody, with the bytes of its attachments. */
export async function newestMail(email: string) {
  await deliverDue();
  const mail = readMailbox()?.find(({ to }) => to === email);
  if (!mail) throw new Error(`no mail to ${email}`);
  const attachments = mail.attachments.map((attachment) => ({
    ...attachment,
    content: Buffer.from(attachment.base64, "base64"),
  }));
  return { subject: mail.subject, attachments };
}
