import { removeAppointments } from "./database";
import { mailDomain } from "./people";

/** Leaves the database as it was, so that the tests can run on it again and again. */
export default async function teardown(): Promise<void> {
  if (process.env.DATABASE_URL) await removeAppointments(`@${mailDomain}`);
}
