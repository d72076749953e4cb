import { drawKey, drawOrder, hmac } from "../order/rules";
import { isWished } from "../rules";
import type { DrawInput, DrawPlace, DrawResult } from "../types";

type Seat = DrawPlace & { free: boolean; next: Seat | null };

/** The slots with the one that follows without a gap at the same counter. */
function seatsOf(places: readonly DrawPlace[]): Seat[] {
  const seats = places.map((place): Seat => ({ ...place, free: true, next: null }));
  const byBeginning = new Map(seats.map((seat) => [`${seat.counter} ${seat.startsAt}`, seat]));
  for (const seat of seats) seat.next = byBeginning.get(`${seat.counter} ${seat.endsAt}`) ?? null;
  return seats;
}

/** The `units` slots from a seat on, or null when one of them is missing or taken. */
function freeRun(from: Seat, units: number): Seat[] | null {
  const run: Seat[] = [];
  for (let seat: Seat | null = from; seat?.free; seat = seat.next) {
    run.push(seat);
    if (run.length === units) return run;
  }
  return null;
}

/**
 * The draw: in the drawn order each entry gets a free run of slots among its wishes, or loses. Of several runs it gets
 * the one with the smallest hash, so that the appointments spread over days and counters. The result is in drawn order.
 */
export function allocate(seed: Uint8Array, input: DrawInput): DrawResult[] {
  const key = drawKey(seed, input);
  const seats = seatsOf(input.places);
  return drawOrder(key, input.entries).map(({ pseudonym, units, wishes }) => {
    let best: { run: Seat[]; value: Buffer; seat: Seat } | null = null;
    for (const seat of seats) {
      if (!seat.free || !isWished(wishes, seat.startsAt)) continue;
      const run = freeRun(seat, units);
      if (!run) continue;
      const value = hmac(key, `${pseudonym}@${seat.counter}@${seat.startsAt}`);
      if (!best || value.compare(best.value) < 0) best = { run, value, seat };
    }
    if (!best) return { pseudonym, place: null };
    for (const seat of best.run) seat.free = false;
    return { pseudonym, place: { counter: best.seat.counter, startsAt: best.seat.startsAt } };
  });
}
