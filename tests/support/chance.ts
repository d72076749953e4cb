import { createHash } from "node:crypto";

/** 32 bytes that are always the same for the same text: tests of chance must not vary. */
export const seedOf = (text: string) => createHash("sha256").update(text).digest();

export const seeds = Array.from({ length: 200 }, (_, index) => seedOf(`seed ${index}`));

/** Pearson's measure of how far it is from what was expected how often each of `names` was picked. */
export function chiSquare(
  names: readonly string[],
  picked: readonly string[],
  shares = names.map(() => 1),
): number {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return names.reduce((sum, name, index) => {
    const expected = (picked.length * (shares[index] ?? 0)) / whole;
    return sum + (picked.filter((pick) => pick === name).length - expected) ** 2 / expected;
  }, 0);
}

/** What chance alone exceeds once in a thousand times, by degrees of freedom. */
export const rare = { 4: 18.47, 9: 27.88, 19: 43.82 };
