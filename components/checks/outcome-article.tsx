import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BookThis } from "@/components/guide/book-this";
import { DocumentList } from "@/components/guide/documents";
import { Law } from "@/components/guide/law";
import { Related } from "@/components/guide/related";
import { Sources } from "@/components/guide/sources";
import { TrustLine } from "@/components/guide/trust-line";
import { Badge } from "@/components/ui/badge";
import { Note } from "@/components/ui/note";
import { PrintButton } from "@/components/ui/print-button";
import { stacked } from "@/components/ui/stacked";
import type { OutcomePage } from "@/lib/checks/types";
import { CheckLine, CheckText } from "./check-text";
import { GermanNotes, languageOf } from "./german";

const looks = { yes: "good", likely: "good", depends: "attention", no: "plain" } as const;

/** Where answers lead: what holds, what to do, what to bring, what is not sure and who decides. `address`: the whole address of this page. */
export function OutcomeArticle({ page, address }: { page: OutcomePage; address: string }) {
  const t = useTranslations("checks");
  const { locale, slug, verdict, documents, laws } = page;
  const language = languageOf(page);
  return (
    <article className={`${stacked} max-w-[42rem] gap-6 pb-12`}>
      <div className="grid justify-items-start gap-2">
        <Badge kind={looks[verdict]}>{t(`verdicts.${verdict}`)}</Badge>
        <h1 {...language}>
          <CheckLine text={page.heading} page={page} />
        </h1>
      </div>
      <GermanNotes page={page} />
      <TrustLine page={page} />
      <section data-slot="so-far" className="empty:hidden" />
      <div id={page.id} className="prose" {...language}>
        <CheckText text={page.text} page={page} />
      </div>
      {page.steps ? (
        <Part title={t("steps")}>
          <div className="prose" {...language}>
            <CheckText text={page.steps} page={page} />
          </div>
        </Part>
      ) : null}
      {documents.length > 0 ? (
        <Part title={t("documents")}>
          <p>{t("documentsText")}</p>
          <DocumentList documents={documents} locale={locale} concerns={page.concerns} />
        </Part>
      ) : null}
      <Part title={t("book")}>
        {page.book ? null : <p>{t("bookNone")}</p>}
        <BookThis book={page.book} locale={locale} />
        {page.book ? (
          <p className="hidden print:block">
            {page.book.concern} ({page.book.offices.map(({ city }) => city).join(" · ")})
          </p>
        ) : null}
      </Part>
      <Part title={t("uncertain")}>
        <Note kind="attention">
          <div {...language}>
            <CheckText text={page.uncertain} page={page} />
          </div>
        </Note>
      </Part>
      <Part title={t("decides")}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3" {...language}>
          <CheckText text={page.decides} page={page} />
        </div>
        <p>{t("noPromise")}</p>
      </Part>
      <Part title={t("law")}>
        <ul className="list-disc ps-6">
          {laws.map((citation) => (
            <li key={citation.cite}>
              <Law citation={citation} locale={locale} />
              {locale === "de" ? null : <span className="text-soft"> {citation.name[locale]}</span>}
            </li>
          ))}
        </ul>
        <Sources page={page} />
      </Part>
      <Part title={t("share")}>
        <p>{t("shareText")}</p>
        <p className="wrap-anywhere">
          <a href={`/${locale}/checks/${slug}/results/${page.id}`}>
            <bdi dir="ltr">{address}</bdi>
          </a>
        </p>
        <p data-slot="with-answers" className="empty:hidden print:hidden" />
        <p className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
          <PrintButton label={t("print")} />
          <a href={`/${locale}/checks/${slug}`} className="inline-flex min-h-11 items-center">
            {t("again")}
          </a>
        </p>
        <div data-slot="back" className="empty:hidden print:hidden" />
      </Part>
      <Related guides={page.guides} locale={locale} />
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={`${stacked} gap-3`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
