// Recomputes a draw from its public record, as docs/draw.md describes it. It shares no code with the portal and needs
// nothing but Node, so that whoever distrusts the portal can read it in one sitting.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const usage = "node scripts/verify-draw.mjs <address or file> [--commitment <hex>] [--entry <pseudonym>]";

/** @typedef {{ pseudonym: string, weight: number, units: number, wishes: { days: string[], parts: string[] } }} Entry */
/** @typedef {{ counter: number, startsAt: string, endsAt: string }} Slot */
/** @typedef {{ pseudonym: string, place: { counter: number, startsAt: string } | null }} Outcome */
/** @typedef {{ baseWeight: number, perEarlierLoss: number, maxEarlierLosses: number, permitExpiring: { weeks: number, weight: number } }} Policy */
/** @typedef {{ [name: string]: any, policy: Policy, entries: Entry[], excluded: string[], places: Slot[], result: Outcome[] }} DrawRecord */

const hex64 = /^[0-9a-f]{64}$/;
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;
const word = /^[A-Za-z0-9_-]+$/;

/** @param {unknown} value @param {number} least */
const isWhole = (value, least) => Number.isSafeInteger(value) && Number(value) >= least;
/** @param {unknown} value @param {RegExp} pattern */
const isText = (value, pattern) => typeof value === "string" && pattern.test(value);
/** @param {unknown} value @param {(item: any) => boolean} isGood */
const isListOf = (value, isGood) =>
  Array.isArray(value) && value.every((item) => item !== null && isGood(item));
/** @param {unknown[]} values */
const areDifferent = (values) => new Set(values).size === values.length;

/**
 * Whether the record has the shape that the procedure speaks of: wrong types could make two readers see two records.
 * @param {DrawRecord} record
 * @returns {string | null}
 */
function wrongShape(record) {
  const { id, office, department, week, opensAt, closesAt, drawnAt, policy } = record;
  const rules = [
    policy?.perEarlierLoss,
    policy?.maxEarlierLosses,
    ...Object.values(policy?.permitExpiring ?? {}),
  ];
  const checks = {
    algorithm: record.algorithm === "mawid-draw/1",
    "state: the draw has not run": record.state === "drawn",
    "id, office, department or week": [id, office, department, week].every((text) => isText(text, word)),
    "opensAt, closesAt or drawnAt": [opensAt, closesAt, drawnAt].every((text) => isText(text, time)),
    commitment: isText(record.commitment, hex64),
    seed: isText(record.seed, hex64),
    policy: isWhole(policy?.baseWeight, 1) && rules.length === 4 && rules.every((rule) => isWhole(rule, 0)),
    entries: isListOf(
      record.entries,
      ({ pseudonym, weight, units, wishes }) =>
        isText(pseudonym, word) &&
        isWhole(weight, 1) &&
        isWhole(units, 1) &&
        isListOf(wishes?.days, (day) => isText(day, /^\d{4}-\d{2}-\d{2}$/)) &&
        isListOf(wishes.parts, (part) => part === "morning" || part === "afternoon") &&
        areDifferent([...wishes.days, ...wishes.parts]),
    ),
    excluded: isListOf(record.excluded, (pseudonym) => isText(pseudonym, word)),
    places: isListOf(
      record.places,
      (slot) => isWhole(slot.counter, 1) && isText(slot.startsAt, time) && isText(slot.endsAt, time),
    ),
    result: isListOf(
      record.result,
      ({ pseudonym, place }) =>
        isText(pseudonym, word) &&
        (place === null || (isWhole(place?.counter, 1) && isText(place.startsAt, time))),
    ),
  };
  const wrong = Object.entries(checks).find(([, good]) => !good);
  return wrong ? wrong[0] : null;
}

/** @param {Policy} policy @returns {Set<number>} every weight that the rules can give */
function possibleWeights({ baseWeight, perEarlierLoss, maxEarlierLosses, permitExpiring }) {
  const losses = Array.from(
    { length: maxEarlierLosses + 1 },
    (_, lost) => baseWeight + lost * perEarlierLoss,
  );
  return new Set(losses.flatMap((weight) => [weight, weight + permitExpiring.weight]));
}

/** @param {Buffer} key @param {string} message */
const hmac = (key, message) => createHmac("sha256", key).update(message, "utf8").digest("hex");

/** @param {string[]} words */
const joined = (words) => (words.length > 0 ? words.toSorted().join(",") : "*");

/** @param {DrawRecord} record */
function textOf({ id, office, department, week, opensAt, closesAt, policy, entries, excluded, places }) {
  const { baseWeight, perEarlierLoss, maxEarlierLosses, permitExpiring } = policy;
  const sorted = [
    ...entries.map(
      (e) => `entry ${e.pseudonym} ${e.weight} ${e.units} ${joined(e.wishes.days)} ${joined(e.wishes.parts)}`,
    ),
    ...excluded.map((pseudonym) => `excluded ${pseudonym}`),
    ...places.map((slot) => `place ${slot.counter} ${slot.startsAt} ${slot.endsAt}`),
  ].sort();
  const lines = [
    "mawid-draw/1",
    `draw ${id}`,
    `week ${office} ${department} ${week}`,
    `open ${opensAt} ${closesAt}`,
    `policy ${baseWeight} ${perEarlierLoss} ${maxEarlierLosses} ${permitExpiring.weeks} ${permitExpiring.weight}`,
    ...sorted,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/**
 * The result that the record ought to have.
 * @param {DrawRecord} record
 * @returns {Outcome[]}
 */
function draw(record) {
  const key = Buffer.from(hmac(Buffer.from(record.seed, "hex"), textOf(record)), "hex");
  /** @param {Entry} entry */
  const smallestTicket = ({ pseudonym, weight }) => {
    const tickets = Array.from({ length: weight }, (_, index) => hmac(key, `${pseudonym}:${index + 1}`));
    return tickets.reduce((least, ticket) => (ticket < least ? ticket : least));
  };
  const order = record.entries
    .map((entry) => ({ entry, value: smallestTicket(entry) }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));

  /** Slots that nobody has got yet, by counter and beginning. @type {Map<string, Slot>} */
  const free = new Map(record.places.map((slot) => [`${slot.counter}@${slot.startsAt}`, slot]));
  /** @param {Slot} first @param {number} units @returns {string[] | null} the slots of the run */
  const runFrom = (first, units) => {
    const run = [];
    for (let begins = first.startsAt; run.length < units; ) {
      const name = `${first.counter}@${begins}`;
      const slot = free.get(name);
      if (!slot) return null;
      run.push(name);
      begins = slot.endsAt;
    }
    return run;
  };
  const ending = new Map(record.places.map((slot) => [`${slot.counter}@${slot.endsAt}`, slot]));
  /** @param {Slot} first @param {string} end @returns {number} how many free slots touch a run on either side */
  const neighboursOf = ({ counter, startsAt }, end) => {
    const before = ending.get(`${counter}@${startsAt}`);
    return Number(free.has(`${counter}@${before?.startsAt}`)) + Number(free.has(`${counter}@${end}`));
  };
  return order.map(({ entry: { pseudonym, units, wishes } }) => {
    const { days, parts } = wishes;
    const candidates = [...free.entries()].flatMap(([name, slot]) => {
      const [day, part] = [
        slot.startsAt.slice(0, 10),
        slot.startsAt.slice(11, 13) < "12" ? "morning" : "afternoon",
      ];
      const wanted =
        (days.length === 0 || days.includes(day)) && (parts.length === 0 || parts.includes(part));
      const run = wanted ? runFrom(slot, units) : null;
      const last = run && free.get(run.at(-1) ?? "");
      if (!run || !last) return [];
      const rank = `${neighboursOf(slot, last.endsAt)} ${hmac(key, `${pseudonym}@${name}`)}`;
      return [{ slot, run, rank }];
    });
    const [first, ...others] = candidates;
    if (!first) return { pseudonym, place: null };
    const best = others.reduce((least, other) => (other.rank < least.rank ? other : least), first);
    for (const name of best.run) free.delete(name);
    return { pseudonym, place: { counter: best.slot.counter, startsAt: best.slot.startsAt } };
  });
}

/**
 * What is wrong with a record, or null when the result is the one that seed, entries and places give.
 * @param {DrawRecord} record
 * @param {string} [commitment] what was published before the draw, from somewhere else than the record
 * @returns {string | null}
 */
export function verify(record, commitment) {
  const shape = wrongShape(record);
  if (shape) return `the record has not the shape of a draw: ${shape}`;
  if (commitment !== undefined && commitment.trim().toLowerCase() !== record.commitment)
    return "the commitment is not the one published before the draw";
  if (createHash("sha256").update(Buffer.from(record.seed, "hex")).digest("hex") !== record.commitment)
    return "the seed is not the one committed to";
  if (Date.parse(record.opensAt) >= Date.parse(record.closesAt)) return "the draw closed before it opened";
  if (Date.parse(record.drawnAt) < Date.parse(record.closesAt)) return "the draw ran before closing";

  if (record.entryCount !== record.entries.length + record.excluded.length)
    return "entryCount is not the number of entries and excluded entries";
  if (!areDifferent([...record.entries.map((entry) => entry.pseudonym), ...record.excluded]))
    return "a pseudonym stands twice";
  const weights = possibleWeights(record.policy);
  const odd = record.entries.find((entry) => !weights.has(entry.weight));
  if (odd) return `the weight of ${odd.pseudonym} is none that the policy can give`;
  if (!areDifferent(record.places.map((slot) => `${slot.counter}@${slot.startsAt}`)))
    return "a place stands twice";
  if (!record.places.every((slot) => Date.parse(slot.startsAt) < Date.parse(slot.endsAt)))
    return "a place ends before it begins";

  const expected = draw(record);
  if (record.result.length !== expected.length) return "the result has not one line for each entry";
  for (const [index, { pseudonym, place }] of expected.entries()) {
    const said = record.result[index];
    if (said?.pseudonym !== pseudonym) return `place ${index + 1} in the drawn order belongs to ${pseudonym}`;
    if (said.place?.counter !== place?.counter || said.place?.startsAt !== place?.startsAt)
      return `${pseudonym} ought to have ${place ? `counter ${place.counter} at ${place.startsAt}` : "no place"}`;
  }
  return null;
}

/** @param {string} place @returns {Promise<DrawRecord>} */
async function read(place) {
  if (!/^https?:/.test(place)) return JSON.parse(readFileSync(place, "utf8"));
  const response = await fetch(place);
  if (!response.ok) throw new Error(`${place} answered ${response.status}`);
  return response.json();
}

/** @param {DrawRecord} record @param {string} pseudonym */
function fateOf(record, pseudonym) {
  if (record.excluded.includes(pseudonym)) return "left out: the person had an appointment";
  const index = record.result.findIndex((outcome) => outcome.pseudonym === pseudonym);
  if (index < 0) return "not among the entries";
  const place = record.result[index]?.place;
  return `number ${index + 1}, ${place ? `counter ${place.counter} at ${place.startsAt}` : "no place"}`;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { commitment: { type: "string" }, entry: { type: "string" } },
  });
  const [place] = positionals;
  if (place === undefined || positionals.length > 1) throw new Error(`Usage: ${usage}`);
  const record = await read(place);
  const wrong = verify(record, values.commitment);
  if (wrong) throw new Error(`refused: ${wrong}`);
  const won = record.result.filter((outcome) => outcome.place).length;
  console.log(`accepted: ${record.entries.length} entries, ${record.places.length} places, ${won} won`);
  if (values.entry) console.log(`${values.entry}: ${fateOf(record, values.entry)}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
