import { factAt, reviewState } from "@/lib/guides/facts/rules";
import { approvalFaults, countriesFile } from "@/lib/guides/lint/checks";
import { linkFaults } from "@/lib/guides/lint/references";
import { translatables, translationsOf } from "@/lib/guides/lint/translated";
import { allTexts, type Checked } from "@/lib/guides/lint/types";
import { translationState } from "@/lib/guides/rules";
import { isOvertaken } from "@/lib/guides/shown/rules";
import type { Locale } from "@/lib/i18n/routing";
import type {
  ContentState,
  DeadLink,
  DueEntry,
  OutdatedSection,
  UnapprovedCheck,
  UnconfirmedSupplement,
} from "./types";

/** A value that stops holding within this many days without another after it is named. */
const endingDays = 60;

/** What the editors have to know of the content on a day, titles in their language; the pages were built on `builtOn`. */
export function contentState(
  content: Checked,
  today: string,
  locale: Locale,
  builtOn: string = today,
): ContentState {
  return {
    outdated: outdatedSections(content, locale),
    due: dueEntries(content, today, builtOn),
    deadLinks: deadLinks(content),
    unbookable: content.guides
      .filter(({ de }) => de && de.frontMatter.book === null)
      .map((guide) => ({ slug: guide.slug, title: guide[locale]?.frontMatter.title ?? guide.slug })),
    unapproved: unapprovedChecks(content, locale),
    unconfirmed: unconfirmedSupplements(content, locale),
  };
}

function outdatedSections(content: Checked, locale: Locale): OutdatedSection[] {
  return translatables(content).flatMap((each) => {
    const { de, hrefOf } = each;
    if (!de) return [];
    const { legal } = de.frontMatter;
    const title = each[locale]?.frontMatter.title ?? de.frontMatter.title;
    return translationsOf(each).flatMap(({ locale: language, text: { file, frontMatter } }) =>
      de.outline.sections
        .filter(
          ({ id, source }) => translationState(source, frontMatter.translation.sections[id]) !== "current",
        )
        .map((section): OutdatedSection => {
          const { id } = section;
          const overtaken = isOvertaken(section, legal, frontMatter.translation) ? (legal[id] ?? null) : null;
          return { title, file, locale: language, section: id, href: hrefOf(language, id), overtaken };
        }),
    );
  });
}

function unapprovedChecks({ checks, countries }: Checked, locale: Locale): UnapprovedCheck[] {
  return checks.flatMap((check) => {
    const differences = approvalFaults(check, countries).length;
    return differences > 0 ? [{ title: check.tree.title[locale], file: check.file, differences }] : [];
  });
}

function unconfirmedSupplements({ services, offices }: Checked, locale: Locale): UnconfirmedSupplement[] {
  return services.flatMap((service) =>
    service.supplements.flatMap(({ office, data, de }): UnconfirmedSupplement[] => {
      if (!data || data.confirmed || !de) return [];
      const name = offices.find(({ slug }) => slug === office)?.name[locale] ?? office;
      const title = service[locale]?.frontMatter.title ?? service.slug;
      return [{ title, file: de.file, office: name, takenOver: data.takenOver }];
    }),
  );
}

function dueEntries(
  { shelf: { facts, laws }, countries }: Checked,
  today: string,
  builtOn: string,
): DueEntry[] {
  const due: DueEntry[] = [];
  for (const fact of facts.values()) {
    const { id, file, reviewBy } = fact;
    const state = reviewState(fact, today);
    if (state !== "far") due.push({ id, file, state, date: reviewBy });
    const [shown, holding] = [factAt(fact, builtOn), factAt(fact, today)];
    if (JSON.stringify(shown?.value) !== JSON.stringify(holding?.value))
      due.push({ id, file, state: "changed", date: holding?.validFrom ?? shown?.validTo ?? today });
    const end = fact.values.at(-1)?.validTo;
    if (end && Date.parse(end) - Date.parse(today) <= endingDays * 86_400_000)
      due.push({ id, file, state: "ending", date: end });
  }
  const others = [
    ...laws.map((law) => ({ ...law, file: "content/laws.yaml" })),
    ...countries.map((group) => ({ ...group, file: countriesFile })),
  ];
  for (const { id, file, reviewBy } of others) {
    const state = reviewState({ reviewBy }, today);
    if (state !== "far") due.push({ id, file, state, date: reviewBy });
  }
  return due.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function deadLinks(content: Checked): DeadLink[] {
  return allTexts(content).flatMap(({ locale, text }) =>
    text.outline.sections.flatMap(({ links }) =>
      links
        .filter((link) => linkFaults(link, locale, content).length > 0)
        .map(({ url, line }) => ({ file: text.file, line, url })),
    ),
  );
}
