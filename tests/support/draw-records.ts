import { Temporal } from "temporal-polyfill";
import { allocate } from "@/lib/booking/draw/allocation/rules";
import { commitmentTo } from "@/lib/booking/draw/order/rules";
import type { DrawEntry, DrawPlace, DrawTerms } from "@/lib/booking/draw/types";
import { rfc3339 } from "@/lib/time/calendar";

export function drawTerms(commitment = ""): DrawTerms {
  return {
    id: "5b6b3a4e-7f0c-4d52-9a55-0d8f5f1f6c01",
    office: "hagen",
    department: "auslaenderbehoerde",
    week: "2026-W51",
    opensAt: "2026-11-30T07:30:00+01:00",
    closesAt: "2026-11-30T12:00:00+01:00",
    commitment,
    policy: {
      baseWeight: 2,
      perEarlierLoss: 1,
      maxEarlierLosses: 4,
      permitExpiring: { weeks: 6, weight: 2 },
    },
  };
}

/** The `index`-th entry, which asks for nothing in particular; everything can be replaced. */
export function drawEntry(index: number, changes: Partial<DrawEntry> = {}): DrawEntry {
  const pseudonym = `P-${String(index).padStart(5, "0")}`;
  return { pseudonym, weight: 1, units: 1, wishes: { days: [], parts: [] }, ...changes };
}

/** The slots of three days at some counters: Wednesday and Friday in the morning, Thursday in the afternoon. */
export function drawPlaces(counters: number): DrawPlace[] {
  const sittings = ["2026-12-16T08:30:00", "2026-12-17T14:30:00", "2026-12-18T08:30:00"];
  return sittings.flatMap((begins) =>
    Array.from({ length: 20 }, (_, index) => {
      const startsAt = Temporal.Instant.from(`${begins}+01:00`).add({ minutes: index * 15 });
      const endsAt = startsAt.add({ minutes: 15 });
      return Array.from({ length: counters }, (_, counter) => ({
        counter: counter + 1,
        startsAt: rfc3339(startsAt),
        endsAt: rfc3339(endsAt),
      }));
    }).flat(),
  );
}

/** The public record of a draw that was held with these entries and places. */
export function drawRecord(
  seed: Buffer,
  entries: DrawEntry[],
  places: DrawPlace[],
  excluded: string[] = [],
  terms = drawTerms(commitmentTo(seed)),
) {
  // Weights of any size are of use in tests; these rules can give each of them.
  const most = Math.max(1, ...entries.map((entry) => entry.weight));
  const policy = { ...terms.policy, baseWeight: 1, perEarlierLoss: 1, maxEarlierLosses: most - 1 };
  const announced = { ...terms, policy };
  return {
    algorithm: "mawid-draw/1",
    ...announced,
    state: "drawn",
    entryCount: entries.length + excluded.length,
    drawnAt: "2026-11-30T12:00:20+01:00",
    seed: seed.toString("hex"),
    entries,
    excluded,
    places,
    result: allocate(seed, { terms: announced, entries, excluded, places }),
  };
}
