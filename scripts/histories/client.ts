/**
 * One process of a random history: clients that book, confirm, cancel and move as applicants do, a few at a time. Prints
 * one line of JSON per appointment that was acknowledged, with the state that was acknowledged last, and one per error.
 */
import { cancelAppointment, moveAppointment } from "@/lib/booking/changes/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { readToken, signToken } from "@/lib/platform/crypto";
import { closeDb } from "@/lib/platform/db";
import type { Acknowledged, ClientOptions } from "./types";

const options: ClientOptions = JSON.parse(process.argv[2] ?? "{}");
const { seed, clients, first, times, width } = options;

/** Mulberry32: small, and the same for the same seed. */
function randomOf(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const letters = (index: number) => [...String(index)].map((digit) => "abcdefghij"[Number(digit)]).join("");

/** The life of one applicant. Null when nothing was booked. */
async function live(index: number): Promise<Acknowledged | null> {
  const random = randomOf(seed * 1_000_003 + index);
  const anyTime = () => times[Math.floor(random() * times.length)] ?? "";
  const held = await holdAppointment({
    office: "hagen",
    concern: random() < 0.8 ? "card-pickup" : "residence-permit-extension",
    startsAt: anyTime(),
    person: { givenName: "Test", familyName: `Person ${letters(index)}`, birthDate: "1990-03-27" },
    email: `person-${index}@example.org`,
    locale: "de",
  });
  if (!held.ok) return null;
  const id = readToken("hold", held.holdToken) ?? "";
  const known: Acknowledged = { id, reference: held.reference, startsAt: held.startsAt, state: "held" };
  if (random() < 0.1) return known;

  const confirmed = await confirmAppointment(signToken("confirm", id));
  if (!confirmed.ok) throw new Error(`confirm: ${confirmed.reason}`);
  known.state = "confirmed";
  for (let moves = Math.floor(random() * 3); moves > 0; moves -= 1) {
    const to = anyTime();
    const moved = await moveAppointment(signToken("manage", id), to);
    if (moved.ok) known.startsAt = to;
  }
  if (random() < 0.4) {
    const cancelled = await cancelAppointment(signToken("manage", id));
    if (!cancelled.ok) throw new Error(`cancel: ${cancelled.reason}`);
    known.state = "cancelled";
  }
  return known;
}

let next = first;
await Promise.all(
  Array.from({ length: width }, async () => {
    while (next < first + clients) {
      try {
        const known = await live(next++);
        if (known) console.log(JSON.stringify(known));
      } catch (error) {
        console.log(JSON.stringify({ error: String(error) }));
      }
    }
  }),
);
await closeDb();
