import { headId } from "@/lib/checks/rules";
import { withHead } from "@/lib/checks/source/rules";
import type { CheckSource } from "@/lib/checks/types";
import { checkHref, guideHref, outcomeHref } from "@/lib/guides/mdx/links";
import type { GuideText, SourceFrontMatter, Translation } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { serviceHref } from "@/lib/services/rules";
import type { Checked } from "./types";

export type German = GuideText<Pick<SourceFrontMatter, "title" | "legal">>;
export type Translated = GuideText<{ title: string; translation: Translation }>;

/** A text that is translated section by section: a guide, a service, what a municipality adds to one, a check. */
export interface Translatable {
  /** Its place in `content/`: `guides/blue-passport`. */
  page: string;
  de: German | undefined;
  ar: Translated | undefined;
  en: Translated | undefined;
  /** The address at which a section is read in a language; null where it is on no page. */
  hrefOf: (locale: Locale, section: string) => string | null;
}

/** Everything that is translated section by section. */
export function translatables({
  guides,
  services,
  checks,
}: Pick<Checked, "guides" | "services" | "checks">): Translatable[] {
  return [
    ...guides.map(({ slug, de, ar, en }) => ({
      ...{ page: `guides/${slug}`, de, ar, en },
      hrefOf: (locale: Locale, section: string) => guideHref(locale, slug, section),
    })),
    ...services.flatMap(({ slug, data, de, ar, en, supplements }) => {
      const page = `services/${slug}`;
      const hrefAt = (office: string | undefined) => (locale: Locale, section: string) =>
        office ? `${serviceHref(locale, office, slug)}#${section}` : null;
      return [
        { page, de, ar, en, hrefOf: hrefAt(data?.offices[0]) },
        ...supplements.map((each) => ({
          ...{ page, de: each.de, ar: each.ar, en: each.en },
          hrefOf: hrefAt(each.office),
        })),
      ];
    }),
    ...checks.map(translatedCheck),
  ];
}

/** The translations that there are, each with its language. */
export function translationsOf({ ar, en }: Translatable): { locale: "ar" | "en"; text: Translated }[] {
  return [
    ...(ar ? [{ locale: "ar" as const, text: ar }] : []),
    ...(en ? [{ locale: "en" as const, text: en }] : []),
  ];
}

/** A check has its title and its first words for a section, too. */
function translatedCheck({ slug, tree, texts: { de, ar, en } }: CheckSource): Translatable {
  return {
    page: `checks/${slug}`,
    de: withHead(de),
    ar: withHead(ar),
    en: withHead(en),
    // A later question has no address of its own: its check begins at the first one.
    hrefOf: (locale, section) =>
      tree.outcomes.some(({ id }) => id === section)
        ? outcomeHref(locale, slug, section)
        : checkHref(locale, slug),
  };
}

/** Sections that no change of the law can overtake: sources, the way to an appointment, the title of a check. */
export const withoutLaw: readonly string[] = ["sources", "book", headId];
