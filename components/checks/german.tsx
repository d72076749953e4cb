import { GermanNote, StaleBadge } from "@/components/guide/section-heading";
import type { OutcomePage, QuestionPage } from "@/lib/checks/types";

type Props = { page: Pick<QuestionPage | OutcomePage, "locale" | "germanSince" | "newerHref"> };

/** Why a question or an outcome stands in German here, or that the German one is newer. */
export function GermanNotes({ page: { locale, germanSince, newerHref } }: Props) {
  return (
    <>
      {germanSince ? <GermanNote locale={locale} since={germanSince} /> : null}
      {newerHref ? <StaleBadge href={newerHref} /> : null}
    </>
  );
}

/** Marks what holds the words of a question or an outcome where they are German on a page in another language. */
export function languageOf({ germanSince }: Pick<Props["page"], "germanSince">) {
  return germanSince ? ({ lang: "de", dir: "ltr" } as const) : {};
}
