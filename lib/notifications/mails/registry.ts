import "server-only";
import type { Composer } from "../types";
import { appointmentMail } from "./appointment";

/**
 * Who writes the mails of each kind (`send_message` in the database). A kind that is missing here, as one of a newer
 * release, waits until there is somebody who knows it.
 */
export const composers: Readonly<Record<string, Composer>> = {
  hold: appointmentMail("hold", "confirm"),
  confirmed: appointmentMail("confirmed", "manage"),
  cancelled: appointmentMail("cancelled", "book"),
};
