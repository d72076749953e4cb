import { drawKey, drawOrder, hmac } from "../order/rules";
import { isWished } from "../rules";
import type { DrawInput, DrawPlace, DrawResult } from "../types";

type Seat = DrawPlace & { free: boolean; before: Seat | null; next: Seat | null };

/** The slots with those before and after them, without a gap, at the same counter. */
function seatsOf(places: readonly DrawPlace[]): Seat[] {
  const seats = places.map((place): Seat => ({ ...place, free: true, before: null, next: null }));
  const byBeginning = new Map(seats.map((seat) => [`${seat.counter} ${seat.startsAt}`, seat]));
  for (const seat of seats) {
    seat.next = byBeginning.get(`${seat.counter} ${seat.endsAt}`) ?? null;
    if (seat.next) seat.next.before = seat;
  }
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

/** How many free slots touch a run: none when it fills a gap, two when it cuts one in two. */
const freeNeighbours = (run: readonly Seat[]) =>
  Number(run[0]?.before?.free ?? 0) + Number(run.at(-1)?.next?.free ?? 0);

/**
 * The draw: in the drawn order each entry gets a free run of slots among its wishes, or loses. Of several runs it gets
 * one that leaves the fewest gaps, so that long concerns find room as long as there is any; of those the one with the
 * smallest hash, so that the appointments spread over days and counters. The result is in drawn order.
 */
export function allocate(seed: Uint8Array, input: DrawInput): DrawResult[] {
  const key = drawKey(seed, input);
  const seats = seatsOf(input.places);
  return drawOrder(key, input.entries).map(({ pseudonym, units, wishes }) => {
    const runs = seats.flatMap((seat) => {
      const run = seat.free && isWished(wishes, seat.startsAt) ? freeRun(seat, units) : null;
      return run ? [{ seat, run, neighbours: freeNeighbours(run) }] : [];
    });
    const fewest = Math.min(...runs.map((run) => run.neighbours));
    const [best] = runs
      .filter((run) => run.neighbours === fewest)
      .map((run) => ({ ...run, value: hmac(key, `${pseudonym}@${run.seat.counter}@${run.seat.startsAt}`) }))
      .sort((a, b) => a.value.compare(b.value));
    if (!best) return { pseudonym, place: null };
    for (const seat of best.run) seat.free = false;
    return { pseudonym, place: { counter: best.seat.counter, startsAt: best.seat.startsAt } };
  });
}

/** When a run of `units` slots ends that begins at a place; the places are those that were drawn for. */
export function endOfRun(
  places: readonly DrawPlace[],
  begin: { counter: number; startsAt: string },
  units: number,
): string {
  let seat = seatsOf(places).find(
    (place) => place.counter === begin.counter && place.startsAt === begin.startsAt,
  );
  for (let length = 1; length < units; length += 1) seat = seat?.next ?? undefined;
  if (!seat) throw new Error("the run is longer than the places");
  return seat.endsAt;
}
