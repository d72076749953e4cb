import { createHash, createHmac } from "node:crypto";
import { algorithm, type DrawEntry, type DrawInput } from "../types";

const list = (words: readonly string[]) => (words.length === 0 ? "*" : [...words].sort().join(","));

/** All that the result follows from as one text, always the same for the same draw (docs/draw.md, step 2). */
export function drawText({ terms, entries, excluded, places }: DrawInput): string {
  const { policy } = terms;
  const head = [
    algorithm,
    `draw ${terms.id}`,
    `week ${terms.office} ${terms.department} ${terms.week}`,
    `open ${terms.opensAt} ${terms.closesAt}`,
    `policy ${policy.baseWeight} ${policy.perEarlierLoss} ${policy.maxEarlierLosses} ${policy.permitExpiring.weeks} ${policy.permitExpiring.weight}`,
  ];
  // Every character is ASCII, so the default order is that of the bytes.
  const lines = [
    ...entries.map(
      ({ pseudonym, weight, units, wishes }) =>
        `entry ${pseudonym} ${weight} ${units} ${list(wishes.days)} ${list(wishes.parts)}`,
    ),
    ...excluded.map((pseudonym) => `excluded ${pseudonym}`),
    ...places.map(({ counter, startsAt, endsAt }) => `place ${counter} ${startsAt} ${endsAt}`),
  ].sort();
  return `${[...head, ...lines].join("\n")}\n`;
}

/** HMAC-SHA-256; the only chance there is. */
export const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** What was published before the draw: SHA-256 of the seed. */
export const commitmentTo = (seed: Uint8Array) => createHash("sha256").update(seed).digest("hex");

/**
 * The key of everything random. It follows from the seed and from every entry and place, so that nobody who knows the
 * seed can tell the result before the last entry is in.
 */
export const drawKey = (seed: Uint8Array, input: DrawInput) => hmac(Buffer.from(seed), drawText(input));

/** The entries in the order in which they choose: by the smallest of their tickets, of which each has `weight`. */
export function drawOrder(key: Buffer, entries: readonly DrawEntry[]): DrawEntry[] {
  return entries
    .map((entry) => {
      let smallest = hmac(key, `${entry.pseudonym}:1`);
      for (let ticket = 2; ticket <= entry.weight; ticket += 1) {
        const value = hmac(key, `${entry.pseudonym}:${ticket}`);
        if (value.compare(smallest) < 0) smallest = value;
      }
      return { entry, smallest };
    })
    .sort((a, b) => a.smallest.compare(b.smallest))
    .map(({ entry }) => entry);
}
