import { Temporal } from "temporal-polyfill";
import type { SlotPolicy } from "@/lib/offices/types";
import { berlinDate, berlinInstant } from "@/lib/time/calendar";
import type { DrawState, EntryState, PartOfDay, WeightPolicy, Wishes } from "./types";

type DrawPolicy = NonNullable<SlotPolicy["draw"]>;

/**
 * From when until when people can enter: from the week's release, or from now on when it is published later, to the
 * first `closesAt` on a wall that leaves `openAtLeastHours`. For Hagen: Monday 07:30 to 12:00.
 */
export function drawWindow(
  policy: DrawPolicy,
  releaseAt: Temporal.Instant,
  now: Temporal.Instant,
): { opensAt: Temporal.Instant; closesAt: Temporal.Instant } {
  const opensAt = (Temporal.Instant.compare(releaseAt, now) > 0 ? releaseAt : now).round({
    smallestUnit: "second",
    roundingMode: "trunc",
  });
  const earliest = opensAt.add({ hours: policy.openAtLeastHours });
  let day = berlinDate(opensAt);
  while (Temporal.Instant.compare(berlinInstant(day, policy.closesAt), earliest) < 0)
    day = day.add({ days: 1 });
  return { opensAt, closesAt: berlinInstant(day, policy.closesAt) };
}

/**
 * The weight of an entry: the base, more for each draw lost since the last one won, and more when the permit runs out
 * soon or has run out.
 *
 * @param day the day on which the draw closes, `YYYY-MM-DD`
 */
export function entryWeight(
  policy: WeightPolicy,
  entry: { earlierLosses: number; permitExpiresOn: string | null },
  day: string,
): number {
  const { baseWeight, perEarlierLoss, maxEarlierLosses, permitExpiring } = policy;
  const soon = Temporal.PlainDate.from(day).add({ weeks: permitExpiring.weeks }).toString();
  const expiring = entry.permitExpiresOn !== null && entry.permitExpiresOn <= soon;
  return (
    baseWeight +
    perEarlierLoss * Math.min(entry.earlierLosses, maxEarlierLosses) +
    (expiring ? permitExpiring.weight : 0)
  );
}

/** The part of the day in which a time on the wall lies; the hour is read from the text. */
export function partOfDay(startsAt: string): PartOfDay {
  return startsAt.slice(11, 13) < "12" ? "morning" : "afternoon";
}

/** Whether an appointment that begins then is among what was wished for. */
export function isWished(wishes: Wishes, startsAt: string): boolean {
  return (
    (wishes.days.length === 0 || wishes.days.includes(startsAt.slice(0, 10))) &&
    (wishes.parts.length === 0 || wishes.parts.includes(partOfDay(startsAt)))
  );
}

const isOver = (instant: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(instant, now) <= 0;

/** The state that a draw is in at `now`. */
export function drawStateAt(
  draw: { opensAt: Temporal.Instant; closesAt: Temporal.Instant; drawn: boolean; cancelled: boolean },
  now: Temporal.Instant,
): DrawState {
  if (draw.cancelled) return "cancelled";
  if (draw.drawn) return "drawn";
  if (isOver(draw.closesAt, now)) return "closed";
  return isOver(draw.opensAt, now) ? "open" : "announced";
}

/** The state of an entry; what was never confirmed lapses when the draw closes. */
export function entryState(
  entry: { confirmed: boolean; withdrawn: boolean; outcome: string | null },
  draw: DrawState,
): EntryState {
  if (entry.withdrawn) return "withdrawn";
  if (draw === "cancelled") return "cancelled";
  if (entry.outcome === "won" || entry.outcome === "lost" || entry.outcome === "excluded")
    return entry.outcome;
  if (entry.confirmed) return "confirmed";
  return draw === "open" ? "unconfirmed" : "lapsed";
}
