/*
 * How the beginning of a name in Arabic letters may stand in a passport. There is no one answer: passports follow
 * English, French or German habits and the way people speak, and short vowels are not written in Arabic. So the rule
 * gives every beginning that is in use, the commonest first, and the ranges of an office decide whether that matters.
 * docs/surnames.md explains the table.
 */

/** Ways to write a consonant or a long vowel, the commonest first. */
const letters: Record<string, string> = {
  ب: "b",
  ت: "t",
  ث: "th t s",
  ج: "j g dj dsch",
  ح: "h",
  خ: "kh ch k",
  د: "d",
  ذ: "dh th z d",
  ر: "r",
  ز: "z",
  س: "s",
  ش: "sh sch ch",
  ص: "s",
  ض: "d dh",
  ط: "t",
  ظ: "z dh th d",
  غ: "gh g",
  ف: "f",
  ق: "q k g",
  ك: "k",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  ة: "a e",
  پ: "p",
  چ: "ch tsch",
  ژ: "zh j",
  گ: "g",
  ڤ: "v",
  ک: "k",
  ی: "i y",
};

/** Inside a name. */
const insideLetters: Record<string, string> = {
  ...letters,
  ا: "a",
  آ: "a",
  أ: "a",
  إ: "i",
  ى: "a",
  ء: "",
  ئ: "",
  ؤ: "",
  ع: " a",
  و: "u o ou oo aw au w",
  ي: "i y ei ay ai e ee",
};

/** At its beginning, where alef and ain carry a vowel that is not written. Pairs come before single letters. */
const firstLetters: Record<string, string> = {
  ...letters,
  عا: "a",
  عو: "ou o u aw au",
  عي: "i ei ay ai e ee",
  ع: "a o i e u",
  أو: "ou o u aw au",
  او: "ou o u aw au",
  أي: "ay ai ei i e",
  إي: "i ei e ee",
  اي: "i ei ay ai e",
  آ: "a",
  أ: "a o u e",
  إ: "i e",
  ا: "a i e o u",
  و: "w ou v u",
  ي: "y i j",
};

/** Beginnings that are read in few ways only. They are compared with one alef. */
const knownBeginnings: Record<string, string> = { عبد: "abd abed", ابو: "abu abo abou", ابن: "ibn ebn" };

/** Names so common that their spellings are known, although their first vowel is not written. */
const knownNames: Record<string, string> = {
  احمد: "ahmad ahmed",
  ابراهيم: "ibrahim ebrahim",
  اسماعيل: "ismail ismael esmail",
  اسحاق: "ishaq ishak",
  ادريس: "idris idriss",
  اسامه: "osama usama oussama",
  ايوب: "ayoub ayyoub",
  امين: "amin amine",
  انور: "anwar",
  اسعد: "asaad assad",
  ادم: "adam",
  علي: "ali",
  عمر: "omar umar",
  عثمان: "othman osman uthman",
  عباس: "abbas",
  عيسى: "issa isa eissa",
  عمران: "omran imran",
  علوان: "alwan",
  عزيز: "aziz",
  عطيه: "attia atiya",
  عساف: "assaf",
  عماد: "imad emad",
  عصام: "issam essam",
  عقيل: "aqil akil",
  عكاشه: "okasha",
  عرفات: "arafat",
  عواد: "awad awwad aouad",
  عوض: "awad",
  عيد: "eid",
  عاشور: "ashour achour",
  عبيد: "obeid obaid ubaid",
  سليمان: "suleiman sulaiman soliman sleiman",
  سيد: "sayed sayyid said",
  سعيد: "said saeed",
  سعد: "saad",
  سلمان: "salman",
  شريف: "sharif cherif scharif",
  شعبان: "shaaban chaaban schaaban",
  وهبي: "wehbe wahbi",
  يونس: "younes younis yunus",
};

const longVowels = new Set("اآأإىوةيی");
const shortVowels = ["a", "e", "i", "o", "u", ""];
const sunLetters = new Set("تثدذرزسشصضطظلن");

/** Words that begin with "ال" although it is no article. */
const withoutArticle = ["الياس", "الهام", "الين", "الكسندر"];

/** Letters of Kurdish, Urdu, Pashto and of some keyboards, as the Arabic letters that are read alike. */
const readAlike: Record<string, string> = {
  ...{
    ھ: "ه",
    ہ: "ه",
    ۀ: "ه",
    ە: "ه",
    ۃ: "ة",
    ٱ: "ا",
    ۆ: "و",
    ۇ: "و",
    ۋ: "و",
    ێ: "ي",
    ې: "ي",
    ے: "ي",
    ۍ: "ي",
  },
  ...{ ڕ: "ر", ڑ: "ر", ړ: "ر", ڵ: "ل", ٹ: "ت", ټ: "ت", ڈ: "د", ډ: "د", ں: "ن", ڼ: "ن", ګ: "گ", ڭ: "گ" },
};
/** Kurdish carries a vowel at the beginning on a hamza. */
const carried: [RegExp, string][] = [
  [/^ئا/, "آ"],
  [/^ئ[وۆ]/, "أو"],
  [/^ئ[يیێ]/, "إي"],
  [/^ئ[ەه]?/, "أ"],
];

/** A word in Arabic letters, without vowel signs and without the letter that only stretches it. */
function bare(name: string): string {
  let word = name.normalize("NFKC").replace(/(?![\p{Script=Arabic}])\p{L}|[^\p{L}]|\u0640/gu, "");
  const carrier = carried.find(([beginning]) => beginning.test(word));
  if (carrier) word = word.replace(...carrier);
  return [...word].map((letter) => readAlike[letter] ?? letter).join("");
}

/** One alef and one ha, for comparing. */
const alike = (word: string) => word.replace(/[أإآٱ]/g, "ا").replace(/ة$/, "ه");

/** Whether there is an article that a passport writes, contracts or leaves out. */
export function hasArabicArticle(name: string): boolean {
  const word = bare(name);
  return /^ال.{2}/.test(word) && !withoutArticle.some((whole) => word.startsWith(whole));
}

/** Beginnings of a name in Latin letters, at most `length` long, the commonest first. */
export function latinBeginnings(name: string, length: number): string[] {
  const word = bare(name);
  if (!hasArabicArticle(name)) return beginningsOf(word, length);
  const rest = word.slice(2);
  const bases = beginningsOf(rest, length);
  // "Al-Shami" is spoken and sometimes written "Ash-Shami".
  const contracted = sunLetters.has(rest[0] ?? "") ? bases.flatMap((base) => [`a${base}`, `e${base}`]) : [];
  const whole = [
    ...bases.map((base) => `al${base}`),
    ...bases.map((base) => `el${base}`),
    ...contracted,
    ...bases,
  ];
  return cut(whole, length);
}

function beginningsOf(word: string, length: number): string[] {
  const compared = alike(word);
  const known =
    knownNames[compared] ??
    Object.entries(knownBeginnings).find(([beginning]) => compared.startsWith(beginning))?.[1];
  if (known) return cut(known.split(" "), length);
  const pair = word.slice(0, 2);
  const first = pair in firstLetters ? pair : word.slice(0, 1);
  // A letter that nobody here can read: to leave it out would lead to another line, and certainly so.
  if (!(first in firstLetters) || [...word.slice(1, length)].some((letter) => !(letter in insideLetters)))
    return [];
  let found = waysOf(firstLetters, first);
  for (let at = first.length; at < word.length && found.some((text) => text.length < length); at += 1) {
    const letter = word[at] ?? "";
    // A vowel may stand between two consonants; it is not written.
    const vowels = longVowels.has(letter) ? [""] : shortVowels;
    const ways = waysOf(insideLetters, letter);
    found = cut(
      found.flatMap((text) => {
        if (text.length >= length) return [text];
        const between = /[aeiou]$/.test(text) ? [""] : vowels;
        return between.flatMap((vowel) => ways.map((way) => text + vowel + way));
      }),
      length,
    );
  }
  return found;
}

const waysOf = (table: Record<string, string>, letter: string) => (table[letter] ?? "").split(" ");
const cut = (texts: string[], length: number) => [...new Set(texts.map((text) => text.slice(0, length)))];
