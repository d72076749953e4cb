import type { Place, PlaceAnswer } from "./types";

/** Below this many letters a slip of the pen could make any name of another one. */
const leastLetters = 5;

/**
 * The places that a question means: a postcode, or a name or district in Latin or Arabic letters, in any usual spelling,
 * or with one slip. A postcode decides, whatever stands beside it.
 */
export function findPlaces(all: readonly Place[], question: string): PlaceAnswer {
  const text = question
    .normalize("NFKC")
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
  // Read aloud and written down, it has a gap: "58 095".
  const digits = /(?<!\d)(?:D-?)?(\d{5}|\d{2} \d{3})(?!\d)/i.exec(text)?.[1];
  const postcode = digits?.replace(" ", "") ?? null;
  if (postcode) {
    const places = all.filter(({ postcodes }) => postcodes.includes(postcode));
    return { places, match: places.length > 0 ? "postcode" : "none", postcode };
  }
  const wanted = nameAlone(folded(text));
  if (!/\p{L}/u.test(wanted)) return { places: [], match: "none", postcode };
  const named = all.filter((place) => namesOf(place).includes(wanted));
  // The town before its namesake, a district of another one.
  const towns = named.filter((place) => townNames(place).includes(wanted));
  if (named.length > 0) return { places: towns.length > 0 ? towns : named, match: "name", postcode };
  for (const isAlike of [withPrefix(wanted), bySkeleton(wanted), bySlip(wanted), byBeginning(wanted)]) {
    const places = all.filter((place) => namesOf(place).some(isAlike));
    if (places.length > 0) return { places, match: "likely", postcode };
  }
  return { places: [], match: "none", postcode };
}

const townNames = ({ name, also }: Place) => [...Object.values(name), ...also].map(folded);
const namesOf = (place: Place) => [...townNames(place), ...place.parts.map(folded)];

/** A name in the one spelling that is compared: small letters, no accents, "oe" as "ö", one alef, no vowel signs. */
function folded(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[\p{M}\u0640]/gu, "")
    .replace(/([aou])e/g, "$1")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

/** Words that stand beside the name of a town and say nothing about which one it is, as `folded` writes them. */
const beside = new Set(
  [
    "stadt city town of in die der the near deutschland germany nrw nordrhein westfalen westf bayern bavaria baden wurttemberg",
    "مدينه بلديه في المانيا الالمانيه مدينتي انا اسكن قرب",
  ].flatMap((words) => words.split(" ")),
);

/** A name without what stands beside it: «مدينة هاغن». */
function nameAlone(wanted: string): string {
  const words = wanted.split(" ").filter((word) => !beside.has(word));
  return words.length > 0 ? words.join(" ") : wanted;
}

/** Arabic spellings of a German name differ in their vowels and in what stands for "g". */
function bySkeleton(wanted: string): (name: string) => boolean {
  const skeleton = (name: string) => name.replace(/[جگكق]/g, "غ").replace(/[اويه\s]/g, "");
  const isArabic = (name: string) => /\p{Script=Arabic}/u.test(name);
  const bones = skeleton(wanted);
  return (name) => isArabic(wanted) && isArabic(name) && bones.length >= 3 && skeleton(name) === bones;
}

/** Arabic writes "in" and "to" on to the name: «بهاغن». */
function withPrefix(wanted: string): (name: string) => boolean {
  return (name) => wanted.length > 4 && /^[بلو]/.test(wanted) && wanted.slice(1) === name;
}

function bySlip(wanted: string): (name: string) => boolean {
  return (name) => wanted.length >= leastLetters && name.length >= leastLetters && isOneSlip(wanted, name);
}

function byBeginning(wanted: string): (name: string) => boolean {
  return (name) => wanted.length >= 3 && name.startsWith(wanted);
}

/** Whether a letter is too many, missing or another one, or two have changed places. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}
