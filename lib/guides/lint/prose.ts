import type { Problem } from "@/lib/guides/source/types";
import type { Locale } from "@/lib/i18n/routing";
import { allTexts, type Check, error } from "./types";
import { figuresInWords, type Rule } from "./words";

const level = /(?<![\p{L}\p{N}])[ABC][12](?![\p{L}\p{N}])/gu;

// From the particular to the general: the first that fits names the mistake.
const figures: Rule[] = [
  { pattern: /(?:\+|00)49[\d\s/()-]+/, says: (found) => `phone number “${found}” must be <Phone>` },
  { pattern: /\b0\d{2,5}[\s/-]\d[\d\s/-]+/, says: (found) => `phone number “${found}” must be <Phone>` },
  {
    pattern: /\d{1,2}[:.]\d{2}\s*(?:[–-]|bis|to|إلى)\s*\d{1,2}[:.]\d{2}/,
    says: (found) => `hours “${found}” must be <Hours>`,
  },
  { pattern: /§+\s*\d*\w*|\bArt\.\s*\d+/, says: (found) => `“${found}” must be <Law cite="…"/>` },
  {
    pattern: /[٠-٩۰-۹]+/,
    says: (found) => `Arabic-Indic digits “${found}”: digits are Western, and figures are facts`,
  },
  { pattern: /\d[\d.,:/–-]*\s?[%€]?/, says: (found) => `bare figure “${found.trim()}” must be a <Fact>` },
];

const latin: Rule[] = [
  {
    pattern: /\([^()\p{Script=Arabic}]*\p{Script=Latin}[^()\p{Script=Arabic}]*\)/u,
    says: (found) => `Latin in brackets “${found}”: use <Term> or <De>`,
  },
  {
    pattern: /\p{Script=Latin}[\p{Script=Latin}\p{M}'’.\s-]*/u,
    says: (found) => `bare Latin “${found.trim()}”: use <Term> or <De>`,
  },
];

const german: Rule = {
  pattern: /[\p{L}-]*[äöüÄÖÜß][\p{L}-]*/u,
  says: (found) => `bare German “${found}”: use <Term> or <De>`,
};

// Of GitHub's Markdown there are tables alone, so these would be seen as they stand.
const marks: Rule = {
  pattern: /(?:https?:\/\/|\bwww\.)\S*|~~|\[\^|^\[[ x]\]/i,
  says: (found) => `“${found}” would be shown as it stands: an address is a link, <Sources> or nothing`,
};

// The page is mirrored in Arabic and stacked on a phone, so nothing stands "on the right".
const sides: Record<Locale, Rule> = {
  de: {
    pattern:
      /(?<!\p{L})(?:links|rechts)(?!\p{L})|(?<!\p{L})(?:linke|rechte)[nrms]? (?:Spalte|Seite|Rand|Ecke)/u,
    says: (found) => `“${found}”: sides change places in Arabic; name the thing instead`,
  },
  en: {
    pattern:
      /\b(?:on|to|at|in) the (?:left|right)(?=[\s.,;:)]|$)(?! (?:to|of|place|way|time|order|words?|address|office|person|documents?|papers?|form|track)\b)|\b(?:left|right)-hand\b|\b(?:top|bottom) (?:left|right)\b|\b(?:left|right) (?:column|corner|side)\b/i,
    says: (found) => `“${found}”: sides change places in Arabic; name the thing instead`,
  },
  ar: {
    pattern:
      /(?:على|إلى|في|من|جهة) (?:ال)?(?:يمين|يسار)(?!\p{L})|(?<!\p{L})ال(?:أيمن|أيسر|يمنى|يسرى)(?!\p{L})/u,
    says: (found) => `“${found}”: sides change places in the other languages; name the thing instead`,
  },
};

/**
 * What is wrong with a run of prose in a language. Without `markup`, in YAML, an English text may name a German thing,
 * since nothing can mark it there; an Arabic one may not, since nothing can isolate it.
 */
export function proseFaults(text: string, locale: Locale, markup = true): string[] {
  // Language levels may stand in prose.
  const prose = text.replace(level, " ");
  // Vowel signs and the stretch between letters are optional in Arabic.
  const bare = prose.replace(/[\u064b-\u0650\u0652\u0640]/g, "");
  const faults = [
    firstOf(figures, prose),
    firstOf(figuresInWords[locale], bare),
    firstOf([sides[locale]], prose),
    firstOf([marks], prose),
  ];
  if (locale === "ar") faults.push(firstOf(latin, prose));
  if (locale === "en" && markup) faults.push(firstOf([german], prose));
  return faults.filter((fault) => fault !== null);
}

/** A law is read article by article: the heading of the section `article-7` may name its own number, and no other. */
export function withoutOwnNumber(title: string, id: string): string {
  const own = /^article-(\d+)$/.exec(id)?.[1];
  return own ? title.replace(new RegExp(`(?<!\\d)${own}(?!\\d)`), " ") : title;
}

function firstOf(rules: Rule[], prose: string): string | null {
  for (const { pattern, says } of rules) {
    const match = pattern.exec(prose);
    if (match) return says(match[0]);
  }
  return null;
}

/** No bare figures, no bare foreign runs, no sides: in the texts and their front matter. */
export const checkProse: Check = (content) => {
  const problems: Problem[] = [];
  for (const { locale, text } of allTexts(content)) {
    const { title, description, briefLabels = [] } = text.frontMatter;
    for (const line of [title, description, ...briefLabels]) {
      for (const fault of proseFaults(line, locale, false))
        problems.push(error(text.file, `front matter: ${fault}`));
    }
    for (const section of text.outline.sections) {
      const title = withoutOwnNumber(section.title, section.id);
      for (const fault of proseFaults(title, locale)) problems.push(error(text.file, fault, section.line));
      for (const piece of section.pieces) {
        // A German run is German in any language; it may hold no figure either.
        // A heading was looked at above, and its text is among the pieces of its line.
        if (piece.kind !== "text" || piece.line === section.line) continue;
        const language = piece.inside === "De" ? "de" : locale;
        for (const fault of proseFaults(piece.text, language))
          problems.push(error(text.file, fault, piece.line));
      }
    }
  }
  return unique(problems);
};

/** The same for the brief labels of the German front matter, terms and documents, which are prose too. */
export const checkShelfProse: Check = ({ shelf, guides }) => {
  const problems: Problem[] = [];
  const look = (file: string, where: string, text: string | undefined, locale: Locale) => {
    for (const fault of text ? proseFaults(text, locale, false) : [])
      problems.push(error(file, `${where}: ${fault}`));
  };
  for (const { de } of guides) {
    for (const card of de?.frontMatter.brief ?? []) look(de?.file ?? "", "brief", card.label, "de");
  }
  for (const term of shelf.terms.values()) {
    for (const locale of ["de", "ar", "en"] as const) {
      look("content/glossary.yaml", `${term.id} ${locale}`, term.explain[locale], locale);
    }
  }
  for (const document of shelf.documents.values()) {
    for (const locale of ["de", "ar", "en"] as const) {
      look("content/documents.yaml", `${document.id} ${locale}`, document.name[locale], locale);
      look("content/documents.yaml", `${document.id} ${locale}`, document.note?.[locale], locale);
    }
  }
  return unique(problems);
};

function unique(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.file}:${problem.line}:${problem.message}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
