import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { type Locale, locales } from "./routing";

type Tree = { [key: string]: string | Tree };

const texts: Record<Locale, Map<string, string>> = { ar: flat(ar), de: flat(de), en: flat(en) };

/** Messages by their whole key, `home.read.title`. */
function flat(tree: Tree, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

type Plural = { argument: string; forms: string[] };
type Parts = { arguments: string[]; plurals: Plural[] };

/** The arguments and tags of a message, and its plurals, also those inside of others. */
function partsOf(elements: MessageFormatElement[]): Parts {
  const found: Parts = { arguments: [], plurals: [] };
  const add = (children: MessageFormatElement[]) => {
    const inner = partsOf(children);
    found.arguments.push(...inner.arguments);
    found.plurals.push(...inner.plurals);
  };
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    found.arguments.push(element.type === TYPE.tag ? `<${element.value}>` : element.value);
    if (element.type === TYPE.tag) add(element.children);
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const option of Object.values(element.options)) add(option.value);
    }
    if (element.type === TYPE.plural) {
      found.plurals.push({ argument: element.value, forms: Object.keys(element.options) });
    }
  }
  return { arguments: [...new Set(found.arguments)].sort(), plurals: found.plurals };
}

const parts = (locale: Locale, key: string) => partsOf(parse(texts[locale].get(key) ?? ""));
const keys = [...texts.de.keys()];

/** What a message needs to be told. Arguments that say the same in another form of the word count once. */
function needs(locale: Locale, key: string): string[] {
  const twin: Record<string, string | null> = { number: "count", oblique: "age", form: null };
  const names = parts(locale, key).arguments.map((name) => (name in twin ? twin[name] : name));
  return [...new Set(names.filter((name) => typeof name === "string"))].sort();
}

/** The forms that each language has for whole numbers. */
const forms: Record<Locale, string[]> = {
  ar: ["few", "many", "one", "other", "two", "zero"],
  de: ["one", "other"],
  en: ["one", "other"],
};

describe("messages", () => {
  it.each(locales)("have the same keys in %s", (locale) => {
    expect([...texts[locale].keys()].sort()).toEqual([...keys].sort());
  });

  it.each(locales)("take the same arguments in %s as in German", (locale) => {
    for (const key of keys) expect([key, needs(locale, key)]).toEqual([key, needs("de", key)]);
  });

  it.each(locales)("have every plural form of %s", (locale) => {
    for (const key of keys) {
      for (const plural of parts(locale, key).plurals) {
        const written = plural.forms.filter((form) => !form.startsWith("=")).sort();
        expect([key, plural.argument, written]).toEqual([key, plural.argument, forms[locale]]);
      }
    }
  });

  it.each(locales)("are neither empty nor padded in %s", (locale) => {
    for (const [key, text] of texts[locale]) expect([key, text]).toEqual([key, text.trim() || "a text"]);
  });
});

describe("quotation marks", () => {
  it.each(locales)("are never straight in %s", (locale) => {
    for (const [key, text] of texts[locale]) expect([key, /["']/.test(text)]).toEqual([key, false]);
  });

  it("of German open below and close above", () => {
    for (const [key, text] of texts.de) {
      const marks = text.match(/[„“”‚‘«»]/g) ?? [];
      expect([key, marks.join("").replaceAll("„“", "").replaceAll("‚‘", "")]).toEqual([key, ""]);
    }
  });
});

describe("Arabic messages", () => {
  it("write Western digits, also where a browser would not", () => {
    for (const [key, text] of texts.ar) {
      expect([key, /[\u0660-\u0669\u06f0-\u06f9]/.test(text)]).toEqual([key, false]);
      // "#" is formatted by the browser, in Arabic-Indic digits by many; "{count}" stays as it is.
      expect([key, text.includes("#")]).toEqual([key, false]);
    }
    const t = createTranslator({ locale: "ar", messages: ar, namespace: "guides" });
    expect(t("count", { count: 12 })).toContain("12");
  });

  it("use Arabic punctuation", () => {
    for (const [key, text] of texts.ar) {
      expect([key, /\p{Script=Arabic}\s*[,;?]/u.exec(text)?.[0]]).toEqual([key, undefined]);
    }
  });
});
