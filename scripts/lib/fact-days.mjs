// On which days the pages of a build stop being true: a value of a fact begins to hold, or is over.

/**
 * The turns of values up to a day. A build shows what held on its own day, so that it is outdated as soon as there are more.
 * @param {string} facts the files of `content/facts`, one after the other
 * @param {string} today `YYYY-MM-DD`
 * @returns {string[]}
 */
export function turnsUntil(facts, today) {
  return [...facts.matchAll(/\bvalid(From|To): *['"]?(\d{4}-\d\d-\d\d)/g)]
    .filter(([, turn, day = ""]) => (turn === "From" ? day <= today : day < today))
    .map(([, turn, day]) => `${turn} ${day}`)
    .sort();
}

/** The calendar day in Berlin, or the one that was set for the content. */
export function contentDay() {
  return process.env.CONTENT_DATE ?? new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format();
}
