import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

function connectionString(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is missing; it is the address of the portal's database");
  return url;
}

/** One statement, or several without values, on a connection of its own. */
export async function sql<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: connectionString() });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The appointment of a mail address as the database holds it. */
export async function storedAppointment(email: string) {
  const [row] = await sql<{
    id: string;
    state: string;
    reference: string;
    slots: number;
    startsAt: Date;
    holdExpiresAt: Date;
    sequence: number;
    furtherConcerns: string[];
    persons: number;
  }>(
    `SELECT a.id, a.state, a.reference, a.starts_at AS "startsAt", a.hold_expires_at AS "holdExpiresAt", a.sequence,
       a.further_concerns AS "furtherConcerns",
       (SELECT count(*)::int FROM slot WHERE appointment_id = a.id) AS slots,
       (SELECT count(*)::int FROM appointment_person WHERE appointment_id = a.id) AS persons
     FROM appointment a WHERE a.email = $1 ORDER BY a.held_at DESC LIMIT 1`,
    [email],
  );
  return row;
}

/** Takes away appointments whose mail address ends so, and gives their places back. */
export async function removeAppointments(mailEnding: string): Promise<void> {
  const pattern = `%${mailEnding}`;
  await sql(
    `UPDATE slot SET appointment_id = NULL, claimed_until = NULL, public_at = NULL
     WHERE appointment_id IN (SELECT id FROM appointment WHERE email ILIKE $1)`,
    [pattern],
  );
  await sql("DELETE FROM appointment WHERE email ILIKE $1", [pattern]);
  await sql("DELETE FROM waitlist_entry WHERE email ILIKE $1", [pattern]);
}

/** Lets a hold have run out at once: a shorter life gets into nobody's way, an earlier one might. */
export async function expireHold(email: string): Promise<void> {
  await sql(
    `UPDATE slot s SET claimed_until = a.held_at + interval '1 ms'
     FROM appointment a WHERE s.appointment_id = a.id AND a.email = $1`,
    [email],
  );
  await sql(
    `UPDATE appointment SET hold_expires_at = held_at + interval '1 ms', occupied_until = held_at + interval '1 ms'
     WHERE email = $1`,
    [email],
  );
}

/** The department whose places tests take away. Others book at `auslaenderbehoerde` only. */
export const quietDepartment = "reisedokumente";

/**
 * Lets one test at a time change the places of the quiet department, and restores them: which slots were open, and no
 * appointment of a test.
 */
export async function aloneWithQuietDepartment<Result>(work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: connectionString() });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(20261121)");
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM slot WHERE department = $1 AND open",
      [quietDepartment],
    );
    try {
      return await work();
    } finally {
      const open = rows.map((row) => row.id);
      await client.query("UPDATE slot SET open = true WHERE id = ANY ($1) AND NOT open", [open]);
      // The portal takes a time for lost that somebody lost a second ago.
      await pause(1_100);
    }
  } finally {
    await client.end();
  }
}

/** Leaves of the quiet department one place at one time, and nothing else at that time (or at all). */
export async function leaveOnePlace(startsAt: string, elsewhere: "open" | "closed"): Promise<void> {
  await sql(
    `UPDATE slot SET open = false
     WHERE department = $1 AND (starts_at = $2 OR $3) AND id <> (
       SELECT id FROM slot WHERE department = $1 AND starts_at = $2 AND open
         AND (appointment_id IS NULL OR claimed_until <= portal_now()) ORDER BY counter LIMIT 1)`,
    [quietDepartment, startsAt, elsewhere === "closed"],
  );
}
