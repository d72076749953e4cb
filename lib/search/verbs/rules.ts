import { changed, changesOf } from "@/lib/search/patterns/rules";
import type { Pattern } from "@/lib/search/patterns/types";

/**
 * Somebody asks with a verb ("استلمت", "يستأجرون") or with who does it or to what it is done ("مسجّل", "مرفوض"), where
 * texts and titles have the noun of it ("استلام", "تسجيل", "رفض").
 *
 * Long patterns hardly ever fit a word by chance, short ones often do.
 */
const long: Pattern[] = [
  ["است123", ["است12ا3", "مست123"]], // استأجر استئجار, مستخدم
  ["استا23", ["استي2ا3"]], // استأنف استئناف: a hamza changes its seat
  ["است12ي", ["است12ا"]], // استدعى استدعاء
  ["است1ي3", ["است1ا3ه"]], // (ي)ستفيد استفادة
  ["است12", ["است12ا2"]], // استحق استحقاق
  ["ا1ت23", ["ا1ت2ا3", "م1ت23"]], // استلم استلام, مستلم
  ["ا1ت2ي", ["ا1ت2ا"]], // انتهى انتهاء
  ["ا1تا3", ["ا1تيا3"]], // اختار اختيار
  ["ا1ت2", ["ا1ت2ا2"]], // اهتم اهتمام
  ["ان123", ["ان12ا3"]], // انفصل انفصال
  ["ان12", ["ان12ا2"]], // انضم انضمام
];
const short: Pattern[] = [
  ["ا123", ["ا12ا3"]], // أصدر إصدار
  ["ا12ي", ["ا12ا"]], // ألغى إلغاء
  ["ا1ي3", ["ا1ا3ه"]], // (ي)عيد إعادة
  ["ا12", ["ا12ا2"]], // أعد إعداد
  ["1ي3", ["1يا3ه"]], // (ي)زيد زيادة
  ["1ا23", ["م1ا23ه"]], // ساعد مساعدة
  ["ت123", ["ت12ي3"]], // تدرّب تدريب
  ["12ي", ["ت12يه"]], // غطّى تغطية
  ["1234", ["1234ه"]], // ترجم ترجمة
  ["و23", ["تا2ي3"]], // (ي)ؤجّل تأجيل: a hamza changes its seat
  ["123", ["ت12ي3", "123", "12ا3", "12و3", "12ا3ه", "123ه"]], // سجّل تسجيل, درس دراسة
];
/** Who does it, to what it is done. One way only: "طالب" is asked for more than "طلب". */
const doers: Pattern[] = [
  ["م12و3", ["123", "12ا3ه"]], // مرفوض رفض, مكفول كفالة
  ["مت123", ["ت123", "ت12ي3"]], // متدرّب تدريب
  ["مت1ا23", ["ت1ا23"]], // متقاعد تقاعد
  ["مو23", ["تا2ي3"]], // مؤجّل تأجيل
  ["م123", ["ت12ي3", "ا12ا3"]], // مسجّل تسجيل, مرفق إرفاق
  ["م1234", ["1234ه"]], // مترجم ترجمة
  ["1ا23", ["123", "12ا3ه"]], // ساكن سكن, دارس دراسة
];
const likelyChanges = changesOf(long, { back: true });
// One way only: "معرفة" for "(أ)عرف".
const possibleChanges = changesOf([...short, ["123", ["م123ه"]]]);
const doersChanges = changesOf(doers);
const verbChanges = changesOf(turned([...long, ...short]));
const done = changesOf([["123", ["م12و3"]]]);

// "will", or the sign of the present in Syria, Egypt and elsewhere.
const person = /^[سبحه]?[ايتن](?=.{3})/;
// "بسافر" for "I travel".
const spoken = /^ب(?=.{3})/;
const personAfter = /(?<=.{3})(?:(?:وا|و|ت)?ني|تم|وا|نا|ون|ين|ان|ت|و|ي)$/;

// Verbs have an "a" in few places, whatever their root: "سافر" may be one, "مساح" is none.
const r = "(?:(?!ا)\\p{Script=Arabic})";
const shapes = [
  `ا?${r}{3,4}`,
  `ا?${r}ا${r}{1,2}`,
  `ا?${r}تا${r}`,
  `ا?ستا?${r}{2,3}`,
  `ا?ست${r}ا${r}`,
  `ت${r}ا${r}{2}`,
];
const shape = new RegExp(`^(?:${shapes.join("|")})(?<!ه)$`, "u");

/** A verb as the dictionary has it, from the forms of its persons, with what is left when a prefix was no prefix. */
function bare(words: readonly string[]): string[] {
  // What ends in a ta marbuta is no verb.
  const [first = ""] = words;
  const maybe = words.filter((word) => !/ه$/.test(first) || word !== first.slice(0, -1));
  const begun = maybe.flatMap((word) => [word, word.replace(person, ""), word.replace(spoken, "")]);
  const ended = begun.flatMap((word) => [word, word.replace(personAfter, "")]);
  const stems = [...new Set(ended)].filter((word) => shape.test(word) && word !== first);
  // "يستلم" is "استلم" in the past.
  return [...stems, ...stems.map((stem) => `ا${stem}`)];
}

/** Of a verb, the persons in the present of whom texts speak, and to what it is done. */
function conjugated(verb: string): string[] {
  const stem = verb.replace(/^ا(?=.{3})/, "");
  const persons = ["ي", "ت"].map((letter) => letter + stem);
  return [verb, ...persons, ...(stem.length > 3 ? [`م${stem}`] : changed([stem], done))];
}

/** Nouns of what is probably a verb, and the other way round. In the spelling of `fold`. */
export function likelyNouns(words: readonly string[]): string[] {
  return without(words, changed([...words, ...bare(words)], likelyChanges));
}

/** The same after patterns that fit by chance, too, and the verb itself: for words that nothing else is known of. */
export function possibleNouns(words: readonly string[]): string[] {
  const verbs = bare(words);
  return without(words, [...verbs, ...changed(verbs, possibleChanges), ...changed(words, doersChanges)]);
}

/** Forms of what is perhaps a verb, or a noun of one. */
export function possibleVerbs(words: readonly string[]): string[] {
  // "عطل" may be the noun of a verb that has the same letters.
  const roots = words.filter((word) => word.length === 3 && shape.test(word));
  const verbs = [...bare(words), ...changed(words, verbChanges), ...roots];
  return without(words, verbs.flatMap(conjugated));
}

function turned(patterns: readonly Pattern[]): Pattern[] {
  return patterns.flatMap(([verb, nouns]) => nouns.map((noun): Pattern => [noun, [verb]]));
}

function without(words: readonly string[], found: readonly string[]): string[] {
  return [...new Set(found)].filter((word) => word.length >= 3 && !words.includes(word));
}
