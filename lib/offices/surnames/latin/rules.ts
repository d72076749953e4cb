/** Letters that the alphabet of an office does not have, as offices and passports write them, the commonest first. */
const foreign: Record<string, string> = {
  ä: "ae a",
  ö: "oe o",
  ü: "ue u",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "oe o",
  å: "aa a",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Words before a name that some offices count and some do not. */
const particles = new Set(
  "von vom van ver vander zu zum zur den der de del della dela di da do dos du des la le lo las los ten ter d o".split(
    " ",
  ),
);
/** The Arabic article in Latin letters. */
const articles = new Set("al el ul ad an ar as ash at az ed en er es esh et ez".split(" "));

/** Spellings of a name in the letters from a to z, and what makes them more than one. */
export function latinSpellings(name: string): {
  spellings: string[];
  umlaut: boolean;
  particle: boolean;
  article: boolean;
} {
  const words = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/i̇/g, "i")
    .split(/[^\p{Script=Latin}\p{M}]+/u)
    .filter(Boolean);
  const [first = ""] = words;
  // "Al Masri" and "Al-Masri"; "Ali" alone is a name.
  const article = words.length > 1 && articles.has(first);
  let rest = words;
  while (rest.length > 1 && particles.has(rest[0] ?? "")) rest = rest.slice(1);
  const particle = !article && rest !== words;
  const readings = article ? [words, words.slice(1)] : particle ? [words, rest] : [words];
  const spellings = readings.flatMap((reading) => writings(reading.join("")));
  return {
    spellings: [...new Set(spellings)],
    umlaut: /[äöüæœøå]/.test(first + rest.join("")),
    particle,
    article,
  };
}

/** A word with all its foreign letters written in the first way, and in the second. */
function writings(word: string): string[] {
  const written = [0, 1].map((way) =>
    [...word]
      .map((letter) => {
        const ways = foreign[letter]?.split(" ");
        return ways ? (ways[way] ?? ways[0]) : letter.normalize("NFD").replace(/\P{Script=Latin}/gu, "");
      })
      .join("")
      .replace(/[^a-z]/g, ""),
  );
  return [...new Set(written)].filter(Boolean);
}
