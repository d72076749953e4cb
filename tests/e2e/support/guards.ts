import { quietDepartment, sql } from "./database";

/**
 * Takes the guards out of the database for one time of the quiet department: the constraint that judges, and the lock
 * on the slots. A pause between reading and writing makes the race sure to be seen. Gives what puts them back, to be
 * called when the appointments of the race are gone.
 */
export async function removeGuards(startsAt: string): Promise<() => Promise<void>> {
  const [found] = await sql<{ hold: string; lock: string; judge: string }>(
    `SELECT pg_get_functiondef('hold_appointment'::regproc) AS hold, pg_get_functiondef('lock_run'::regproc) AS lock,
       (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'appointment_one_place') AS judge`,
  );
  if (!found?.judge) throw new Error("the guards were not found");
  const { hold, lock, judge } = found;
  const instant = new Date(startsAt).toISOString();
  const place = `p_department = '${quietDepartment}' AND p_starts_at = '${instant}'`;
  const unlocked = lock.replaceAll("FOR UPDATE SKIP LOCKED", "");
  const slow = hold.replace(
    "-- Two requests of one mail address",
    `IF ${place} THEN PERFORM pg_sleep(0.2); END IF;\n  -- Two requests of one mail address`,
  );
  if (unlocked === lock || slow === hold) throw new Error("the lock was not found");
  const elsewhere = `${judge} WHERE (NOT (department = '${quietDepartment}' AND starts_at = '${instant}'))`;
  const set = (constraint: string, ...bodies: string[]) =>
    sql(
      `ALTER TABLE appointment DROP CONSTRAINT appointment_one_place, ADD CONSTRAINT appointment_one_place ${constraint};
       ${bodies.join(";")};`,
    );
  await set(elsewhere, unlocked, slow);
  return async () => {
    await set(judge, lock, hold);
  };
}
