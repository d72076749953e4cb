/**
 * German words are often written as they are heard, in Arabic letters: "دولدونغ" or "دولدنج" for "Duldung". Their vowels
 * come and go, their consonants stay: a word of either script has the same sound.
 */

// Of what stands here nothing is heard, or now and then: vowels, and "h", "w" and "j", which are written like vowels.
const arabicSounds: Record<string, string> = {
  ب: "b",
  پ: "b",
  ت: "t",
  ط: "t",
  ث: "s",
  ج: "g",
  چ: "s",
  خ: "x",
  د: "d",
  ض: "d",
  ذ: "d",
  ر: "r",
  ز: "s",
  ظ: "s",
  ژ: "s",
  س: "s",
  ش: "s",
  ص: "s",
  غ: "g",
  گ: "g",
  ق: "k",
  ك: "k",
  ف: "f",
  ڤ: "f",
  ل: "l",
  م: "m",
  ن: "n",
};

/**
 * The key by which the index finds German words that sound like an Arabic one. Foreign words are written with their
 * vowels; an Arabic word without any, or of few consonants, sounds like a German one by chance.
 */
export function soundKey(word: string): string | undefined {
  if (!/^\p{Script=Arabic}+$/u.test(word)) return undefined;
  const sound = merged([...word].map((letter) => arabicSounds[letter] ?? "").join(""));
  const vowels = word.slice(1, -1).match(/[اوي]/g)?.length ?? 0;
  return keyOf(sound, sound.length >= 5 ? vowels >= 1 : sound.length === 4 && vowels >= 2);
}

/** The keys of how a German word may sound: "w", "j", "ch" and "-ig" are written in two ways. */
export function soundKeysOfLatin(word: string): string[] {
  if (!/^\p{Script=Latin}+$/u.test(word)) return [];
  const simple = word
    .replace(/tsch|sch/g, "s")
    .replace(/ck/g, "k")
    .replace(/ph|v/g, "f")
    .replace(/qu/g, "k")
    .replace(/dt/g, "t")
    .replace(/c(?=[eiy])|z/g, "s")
    .replace(/c(?!h)/g, "k")
    .replace(/x/g, "ks")
    .replace(/p/g, "b");
  let variants = [simple];
  for (const [letters, ways] of [
    [/w/g, ["f", ""]],
    [/j/g, ["", "g"]],
    [/ch/g, ["s", "x"]],
    [/ig(?![aeiou])/g, ["g", "s"]],
  ] as const)
    variants = variants.flatMap((one) => ways.map((way) => one.replace(letters, way)));
  const sounds = new Set(variants.map((one) => merged(one.replace(/[^bdfgklmnrstx]/g, ""))));
  return [...sounds].flatMap((sound) => keyOf(sound, sound.length >= 4) ?? []);
}

// "Z" is heard as "ts", a letter that is written twice once.
const merged = (sound: string) => sound.replace(/ts/g, "s").replace(/(.)\1+/g, "$1");

const keyOf = (sound: string, telling: boolean) => (telling ? `~${sound}` : undefined);
