import { seedOf } from "./chance";
import { drawEntry, drawPlaces, drawRecord } from "./draw-records";

// Sixty entries for 30 slots, of every length and with wishes, so that some win and some lose.
const entries = Array.from({ length: 60 }, (_, index) =>
  drawEntry(index, {
    weight: 1 + (index % 5),
    units: 1 + (index % 3),
    wishes: {
      days: index % 4 === 0 ? ["2026-12-16", "2026-12-18"] : [],
      parts: index % 7 === 0 ? ["afternoon"] : [],
    },
  }),
);
/** The record of a real draw. */
export const real = () =>
  structuredClone(drawRecord(seedOf("real"), entries, drawPlaces(1).slice(0, 30), ["P-90000"]));
/** The same entries and places, drawn with another seed. */
export const anew = () =>
  drawRecord(seedOf("better for me"), entries, drawPlaces(1).slice(0, 30), ["P-90000"]);
type DrawRecord = ReturnType<typeof real>;

const missing = () => {
  throw new Error("the record lacks what the test is about");
};
export const winnerOf = (record: DrawRecord) => record.result.find(({ place }) => place) ?? missing();
const loserOf = (record: DrawRecord) => record.result.find(({ place }) => !place) ?? missing();
const entryOf = (record: DrawRecord, { pseudonym }: { pseudonym: string }) =>
  record.entries.find((entry) => entry.pseudonym === pseudonym) ?? missing();
const without = (record: DrawRecord, name: string) => ({
  entryCount: record.entryCount - 1,
  entries: record.entries.filter(({ pseudonym }) => pseudonym !== name),
  result: record.result.filter(({ pseudonym }) => pseudonym !== name),
});

/** What somebody might change in a record, each with the reason for which it is refused. */
export const tamperings: [string, RegExp, (record: DrawRecord) => Partial<DrawRecord> | undefined][] = [
  ["another seed", /seed is not the one/, () => ({ seed: seedOf("other").toString("hex") })],
  ["a seed in capitals", /shape.*seed/, (record) => ({ seed: record.seed.toUpperCase() })],
  ["another commitment", /commitment is not the one/, () => ({ commitment: "0".repeat(64) })],
  [
    "another seed with its commitment and the whole result made anew",
    /commitment is not the one/,
    () => anew(),
  ],
  ["another procedure", /shape.*algorithm/, () => ({ algorithm: "mawid-draw/2" })],
  ["a draw that has not run", /shape.*state/, () => ({ state: "closed" })],
  ["another draw", /belongs to|ought to/, () => ({ id: "5b6b3a4e-7f0c-4d52-9a55-0d8f5f1f6c02" })],
  ["another week", /belongs to|ought to/, () => ({ week: "2026-W50" })],
  ["a later closing", /ran before closing/, () => ({ closesAt: "2026-11-30T13:00:00+01:00" })],
  ["an earlier closing", /belongs to|ought to/, () => ({ closesAt: "2026-11-30T11:00:00+01:00" })],
  ["a draw before closing", /ran before closing/, () => ({ drawnAt: "2026-11-30T11:59:59+01:00" })],
  [
    "another policy",
    /belongs to|ought to/,
    (record) => ({ policy: { ...record.policy, permitExpiring: { weeks: 6, weight: 3 } } }),
  ],
  [
    "a winner with a higher weight",
    /belongs to|ought to/,
    (record) => {
      entryOf(record, winnerOf(record)).weight += 1;
    },
  ],
  [
    "a loser with a lower weight",
    /belongs to|ought to|weight/,
    (record) => {
      entryOf(record, loserOf(record)).weight -= 1;
    },
  ],
  [
    "a weight that the policy does not give",
    /weight of .* is none/,
    (record) => {
      entryOf(record, winnerOf(record)).weight = 50;
    },
  ],
  [
    "a weight as text",
    /shape.*entries/,
    (record) => {
      Object.assign(entryOf(record, winnerOf(record)), { weight: "2" });
    },
  ],
  [
    "a shorter appointment",
    /belongs to|ought to/,
    (record) => {
      (record.entries.find(({ units }) => units === 3) ?? missing()).units = 2;
    },
  ],
  [
    "other wishes of a loser",
    /belongs to|ought to/,
    (record) => {
      entryOf(record, loserOf(record)).wishes = { days: ["2026-12-17"], parts: ["morning"] };
    },
  ],
  ["a loser taken out", /belongs to|ought to/, (record) => without(record, loserOf(record).pseudonym)],
  ["a winner taken out", /belongs to|ought to/, (record) => without(record, winnerOf(record).pseudonym)],
  [
    "somebody put in",
    /belongs to|ought to/,
    (record) => ({
      entryCount: record.entryCount + 1,
      entries: [...record.entries, drawEntry(99)],
      result: [...record.result, { pseudonym: "P-00099", place: null }],
    }),
  ],
  [
    "somebody twice",
    /stands twice/,
    (record) => ({ entryCount: record.entryCount + 1, entries: [...record.entries, drawEntry(7)] }),
  ],
  ["a wrong number of entries", /entryCount/, (record) => ({ entryCount: record.entryCount + 1 })],
  [
    "an exclusion taken out",
    /belongs to|ought to/,
    (record) => ({ excluded: [], entryCount: record.entryCount - 1 }),
  ],
  [
    "a loser among the excluded",
    /belongs to|ought to/,
    (record) => {
      const { pseudonym } = loserOf(record);
      return {
        ...without(record, pseudonym),
        entryCount: record.entryCount,
        excluded: [...record.excluded, pseudonym],
      };
    },
  ],
  ["a place less", /belongs to|ought to/, (record) => ({ places: record.places.slice(1) })],
  [
    "a place more",
    /belongs to|ought to/,
    (record) => ({ places: [...record.places, ...drawPlaces(1).slice(30, 31)] }),
  ],
  [
    "a place twice",
    /place stands twice/,
    (record) => ({ places: [...record.places, ...record.places.slice(0, 1)] }),
  ],
  [
    "a place at another counter",
    /belongs to|ought to/,
    (record) => ({
      places: record.places.map((place, index) => (index === 4 ? { ...place, counter: 2 } : place)),
    }),
  ],
  [
    "a place that ends before it begins",
    /ends before/,
    (record) => ({
      places: record.places.map((place, index) =>
        index === 4 ? { ...place, endsAt: place.startsAt } : place,
      ),
    }),
  ],
  [
    "two winners with each other's places",
    /ought to/,
    (record) => {
      const [one, two] = record.result.filter(({ place }) => place);
      if (one && two) [one.place, two.place] = [two.place, one.place];
    },
  ],
  [
    "the place of a winner for a loser",
    /ought to/,
    (record) => {
      const [winner, loser] = [winnerOf(record), loserOf(record)];
      [winner.place, loser.place] = [null, winner.place];
    },
  ],
  [
    "a winner without a place",
    /ought to/,
    (record) => {
      winnerOf(record).place = null;
    },
  ],
  ["another order", /in the drawn order/, (record) => ({ result: record.result.toReversed() })],
  ["a result cut short", /one line for each/, (record) => ({ result: record.result.slice(0, -1) })],
];
