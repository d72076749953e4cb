import type { HoldRequest } from "@/lib/booking/types";
import { planSlots, publishWeek } from "@/lib/schedule/commands";
import type { WeekAddress } from "@/lib/schedule/types";
import { asOwner } from "./database";

/** A week of Hagen, planned and published. */
export async function publishHagen(week: string, department = "auslaenderbehoerde"): Promise<void> {
  await publishAt({ office: "hagen", department, week });
}

/** A week, planned and published. */
export async function publishAt(address: WeekAddress): Promise<void> {
  const { week } = address;
  for (const step of [await planSlots(address, "test"), await publishWeek(address, "test")]) {
    if (!step.ok) throw new Error(`week ${week}: ${step.reason}`);
  }
}

// Names have no digits, so people are told apart by letters.
const letters = (index: number) => [...String(index)].map((digit) => "abcdefghij"[Number(digit)]).join("");

/** A complete request of the `index`-th applicant; everything can be replaced. */
export function holdRequest(index: number, changes: Partial<HoldRequest> = {}): HoldRequest {
  return {
    office: "hagen",
    concern: "card-pickup",
    startsAt: "2027-01-13T10:00:00+01:00",
    person: { givenName: "Test", familyName: `Person ${letters(index)}`, birthDate: "1990-03-27" },
    email: `person-${index}@example.org`,
    locale: "ar",
    ...changes,
  };
}

/** Leaves one counter open, so that every time exists once. */
export async function leaveOneCounter(url: string): Promise<void> {
  await asOwner(url, "DELETE FROM slot WHERE counter > 1");
}

/**
 * Takes the guards out of the database, as a negative control: the lock on the slots and the constraint that judges.
 * A pause between reading and writing makes the race sure to be seen.
 */
export async function removeGuards(url: string): Promise<() => Promise<void>> {
  const { rows } = await asOwner(
    url,
    `SELECT pg_get_functiondef('hold_appointment'::regproc) AS hold, pg_get_functiondef('lock_run'::regproc) AS lock`,
  );
  const { hold, lock }: { hold: string; lock: string } = rows[0];
  const unlocked = lock.replaceAll("FOR UPDATE SKIP LOCKED", "");
  const slow = hold.replace(
    "-- Two requests of one mail address",
    "PERFORM pg_sleep(0.05);\n  -- Two requests of one mail address",
  );
  if (unlocked === lock || slow === hold) throw new Error("the guard was not found");
  await asOwner(url, `ALTER TABLE appointment DROP CONSTRAINT appointment_one_place; ${unlocked}; ${slow}`);
  return async () => {
    await asOwner(
      url,
      `DELETE FROM appointment_event; DELETE FROM message; UPDATE slot SET appointment_id = NULL, claimed_until = NULL;
       DELETE FROM appointment; ${lock}; ${hold};
       ALTER TABLE appointment ADD CONSTRAINT appointment_one_place EXCLUDE USING gist (
         office WITH =, department WITH =, counter WITH =,
         tstzrange(starts_at, ends_at) WITH &&, tstzrange(coalesce(placed_at, held_at), occupied_until) WITH &&)`,
    );
  };
}
