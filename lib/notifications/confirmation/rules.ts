import { renderSVG } from "uqr";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import { withoutMarks } from "@/lib/i18n/marks";
import { directions, type Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import type { Localized } from "@/lib/offices/types";
import type { Bilingual, ConfirmationFacts, ConfirmationPage } from "./types";

/** The texts of a confirmation, each in the applicant's language and in German. */
export function confirmationPage(facts: ConfirmationFacts): ConfirmationPage {
  const { locale } = facts;
  const both = (text: (locale: Locale) => string): Bilingual => {
    const [own, german] = [withoutMarks(text(locale)), withoutMarks(text("de"))];
    return { own, german: locale === "de" ? null : german };
  };
  const named = (text: Localized) => both((language) => text[language]);
  const word = (key: Parameters<ReturnType<typeof words>>[0]) => both((language) => words(language)(key));

  const day = dayOf(facts.startsAt);
  const time = timeOf(facts.startsAt);
  const heading = word("heading");
  const contact = [facts.contact.address, facts.contact.phone, facts.contact.website].filter(
    (line) => line !== undefined,
  );
  return {
    locale,
    direction: directions[locale],
    title: [heading.own, heading.german, facts.reference].filter((part) => part !== null).join(" · "),
    brand: [...new Set(([locale, "de"] as const).map((language) => translator(language, "layout")("brand")))],
    heading,
    demonstration: facts.demonstration ? both((language) => translator(language, "layout")("demo")) : null,
    reference: { label: word("reference"), value: facts.reference },
    time: {
      date: both((language) => longDate(day, language)),
      clock: both((language) => words(language)("clock", { time })),
    },
    persons: { label: word("persons"), names: facts.persons },
    rows: [
      { label: word("office"), lines: [named(facts.office), named(facts.department)] },
      { label: word("concern"), lines: facts.concerns.map(named) },
    ],
    contact: contact.length > 0 ? { label: word("contact"), lines: contact } : null,
    link: {
      label: word("link"),
      url: facts.manageLink,
      alt: withoutMarks(words(locale)("qr")),
      // Medium correction: a folded or stained sheet can still be read.
      svg: renderSVG(facts.manageLink, { ecc: "M", border: 0 }),
    },
    documents: {
      label: word("documents"),
      items: facts.documents.map(({ name, details, note }) => ({
        name: named(name),
        details: named(details),
        note: note ? withoutMarks(note[locale]) : null,
      })),
    },
    note: withoutMarks(words(locale)("note")),
    pageNumber: both((language) => words(language)("page", { page: "{page}", pages: "{pages}" })),
  };
}

const words = (locale: Locale) => translator(locale, "confirmation");
