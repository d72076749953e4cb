import type { Locale } from "@/lib/i18n/routing";

/** Something that prose must not hold: what it looks like, and what to say about it. */
export interface Rule {
  pattern: RegExp;
  says: (found: string) => string;
}

/** The words of a language that make figures. Up to four a number is mostly just language: two parents, three steps. */
interface Words {
  /** Numbers from five up, and parts of a year: figures wherever they stand. */
  large: string;
  /** Numbers from two to four and halves: figures before a unit. */
  small: string;
  /** Of time and money. */
  unit: string;
  /** One of a unit where it can only be a figure: within a month, one year. */
  single: string;
}

const words: Record<Locale, Words> = {
  de: {
    large:
      "[Ff]ünf|[Ss]echs|[Ss]ieben|acht(?! (?:geben|zu geben))|[Nn]eun|[Zz]ehn|[Ee]lf|[Zz]wölf|(?:[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]ech|[Ss]ieb|[Aa]cht|[Nn]eun)zehn|(?:\\p{L}+und)?(?:[Zz]wan|[Vv]ier|[Ff]ünf|[Ss]ech|[Ss]ieb|[Aa]cht|[Nn]eun)zig|(?:\\p{L}+und)?[Dd]reißig|\\p{L}*(?:[Hh]undert|[Tt]ausend)|[Vv]ierteljahre?s?|[Hh]albjahre?s?|[Jj]ahrzehnte?s?n?|(?:[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|[Zz]wölf)(?:jährig|monatig|wöchig|tägig|stündig)(?:e[nrsm]?)?",
    small: "[Zz]wei|[Dd]rei|[Vv]ier|[Hh]albe[nrsm]?|[Aa]nderthalb",
    unit: "Euro|Cents?|Prozent|Sekunden?|Minuten?|Stunden?|Tage?[sn]?|Werktage?n?|Kalendertage?n?|Wochen?|Monate?[sn]?|(?:Lebens)?[Jj]ahre?[sn]?",
    single: "(?:[Ii]nnerhalb|[Bb]innen)(?: von)? eine[rsm]",
  },
  en: {
    large:
      "five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|hundreds?|thousands?|quarter(?:ly)?(?! of an hour)|half-years?|half-yearly|fortnight|decades?|eighteenth|twenty-first|sixteenth",
    small: "two|three|four|half an?",
    unit: "euros?|cents?|per ?cent|seconds?|minutes?|hours?|(?:working |calendar )?days?|weeks?|months?|years?",
    single: "one|[Ww]ithin an?",
  },
  ar: {
    large:
      "(?:خمس|سبع|تسع|عشر)ة?|ستة|ثماني?ة?|(?:إحدى|أحد|اثنا|اثني|اثنتا|اثنتي|ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثماني?ة?|تسعة?) عشرة?|(?:عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)|(?:ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)?(?:مئة|مائة)|مئت(?:ان|ين?)|ألف(?:ان|ين|ي)?|آلاف|(?:الخامس|السادس|الثامن|الحادي)ة? (?:عشرة?|والعشرين)",
    small: "ثلاثة?|أربعة?|ست|نصف|ربع",
    unit: "يورو|ثوان|ثانية|دقائق|دقيقة|ساعات|ساعة|أيام|يومًا|يوما|يوم|أسابيع|أسبوع|أشهر|شهور|شهرًا|شهر|سنوات|سنين|سنة|أعوام|عامًا|عام",
    single: "خلال|في غضون",
  },
};

/** Arabic has a form of its own for two of a thing, and says "one month" with the number behind. */
const dual =
  "(?:سن|ساع|دقيق)ت(?:ين|ان)|(?:شهر|يوم|أسبوع|عام)(?:ين|ان)|(?:شهر|يوم|أسبوع|عام) واحد|(?:سنة|ساعة|دقيقة) واحدة";

const says = (found: string) => `figure in words “${found.trim()}” must be a <Fact>`;
const word = (pattern: string, flags: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, flags);

function rulesOf(locale: Locale): Rule[] {
  const { large, small, unit, single } = words[locale];
  const [before, flags] = locale === "ar" ? ["[وفبلك]{0,2}(?:ال)?", "u"] : ["", locale === "en" ? "iu" : "u"];
  const between = { ar: " ", de: "[ -](?:\\p{L}+e[nrsm]? )?", en: "[ -](?:full |whole |more |further )?" }[
    locale
  ];
  const patterns = [
    `${before}(?:${large})`,
    `${before}(?:${small})${between}(?:${unit})`,
    `${before}(?:${single}) (?:${unit})`,
    ...(locale === "ar" ? [`${before}(?:${dual})`, `ال(?:${unit}) ال(?:${small})`] : []),
  ];
  return patterns.map((pattern) => ({ pattern: word(pattern, flags), says }));
}

/** Figures that are written out, by language. */
export const figuresInWords: Record<Locale, Rule[]> = {
  de: rulesOf("de"),
  ar: rulesOf("ar"),
  en: rulesOf("en"),
};
