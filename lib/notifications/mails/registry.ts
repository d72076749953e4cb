import "server-only";
import { reminderApplies } from "../rules";
import type { Composer } from "../types";
import { appointmentMail } from "./appointment";
import { drawMail } from "./draw";
import { proofMail } from "./proof";
import { joinedMail, offerMail, pausedMail } from "./waitlist";

/**
 * Who writes the mails of each kind (`send_message` in the database). A kind that is missing here, as one of a newer
 * release, waits until there is somebody who knows it.
 */
export const composers: Readonly<Record<string, Composer>> = {
  // Who booked with a proven address has a confirmed appointment by now, and nothing to confirm.
  hold: appointmentMail("hold", "confirm", (appointment) => appointment.state !== "confirmed"),
  confirmed: appointmentMail("confirmed", "manage"),
  cancelled: appointmentMail("cancelled", "book"),
  cancelled_by_office: appointmentMail("cancelled_by_office", "book"),
  // One that was cancelled since has a mail of its own about that.
  moved: appointmentMail("moved", "manage", (appointment) => appointment.state === "confirmed"),
  reminder_72: appointmentMail("reminder_72", "manage", reminderApplies),
  reminder_24: appointmentMail("reminder_24", "manage", reminderApplies),
  waitlist_joined: joinedMail,
  waitlist_paused: pausedMail,
  offer: offerMail,
  mail_proof: proofMail,
  draw_entry: drawMail("draw_entry", ["unconfirmed", "confirmed"]),
  draw_won: drawMail("draw_won", ["won"]),
  draw_lost: drawMail("draw_lost", ["lost"]),
  draw_excluded: drawMail("draw_excluded", ["excluded"]),
  draw_cancelled: drawMail("draw_cancelled", ["cancelled"]),
};
