import { useTranslations } from "next-intl";
import { ReadyCount, tickBox } from "@/components/guide/documents";
import { Button, buttonLook } from "@/components/ui/button";
import { documentDetails } from "@/lib/guides/documents/rules";
import type { ShownDocument } from "@/lib/guides/documents/types";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import type { Concern, Department, Office } from "@/lib/offices/types";

type Props = {
  locale: Locale;
  office: Office;
  department: Department;
  concern: Concern;
  documents: ShownDocument[];
};

/** The documents of a concern to tick off. On paper German stands beside the reader's language, for the clerk. */
export function Checklist({ locale, office, department, concern, documents }: Props) {
  const t = useTranslations("checklist");
  const offices = useTranslations("offices");
  const page = `/${locale}/offices/${office.slug}`;
  return (
    <form className="ticks grid max-w-[46rem] gap-6 print:max-w-none print:gap-3">
      <Heads locale={locale} rows={heads({ office, department, concern })} />
      <Rows locale={locale} concern={concern} documents={documents} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 print:hidden">
        <ReadyCount of={documents.length} />
        <button type="reset" data-untick="" className="min-h-11 cursor-pointer text-soft underline">
          {t("untick")}
        </button>
      </div>
      <p className="flex flex-wrap items-center gap-3 print:hidden">
        <Button href={`${page}/book?concern=${concern.slug}`}>{offices("book")}</Button>
        {/* Printing needs the script, which shows the button. */}
        <button type="button" data-print="" hidden className={`${buttonLook("quiet")} cursor-pointer`}>
          {t("print")}
        </button>
        {concern.guide ? (
          <a href={`/${locale}/guides/${concern.guide}`} className="inline-flex min-h-11 items-center px-2">
            {offices("guide")}
          </a>
        ) : null}
      </p>
      <p className="text-sm text-soft print:hidden">{t("printHint")}</p>
    </form>
  );
}

type Head = { name: "office" | "concern" | "duration"; value: (locale: Locale) => string };

function heads({ office, department, concern }: Pick<Props, "office" | "department" | "concern">): Head[] {
  const minutes = concern.units * department.slotMinutes;
  return [
    { name: "office", value: (locale) => `${office.name[locale]} · ${department.name[locale]}` },
    { name: "concern", value: (locale) => concern.name[locale] },
    { name: "duration", value: (locale) => translator(locale, "offices")("minutes", { minutes }) },
  ];
}

const bothColumns = "print:grid print:grid-cols-2 print:gap-x-6";
/** What stands in German beside another language, on paper only. */
const german = { lang: "de", dir: "ltr", className: "hidden text-start print:block" } as const;

/** On paper: what the sheet is about, in both languages. */
function Heads({ locale, rows }: { locale: Locale; rows: Head[] }) {
  const block = (language: Locale) => {
    const t = translator(language, "checklist");
    return (
      <dl key={language} lang={language} className="grid gap-1">
        {rows.map(({ name, value }) => (
          <div key={name} className="flex gap-2">
            <dt className="text-soft after:content-[':']">{t(name)}</dt>
            <dd className="font-semibold">{value(language)}</dd>
          </div>
        ))}
      </dl>
    );
  };
  return (
    <div className={`hidden print:text-sm ${locale === "de" ? "print:block" : bothColumns}`}>
      {block(locale)}
      {locale === "de" ? null : <div {...german}>{block("de")}</div>}
    </div>
  );
}

function Rows({ locale, concern, documents }: Pick<Props, "locale" | "concern" | "documents">) {
  const t = useTranslations("guide.documents");
  return (
    <ul
      // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away.
      role="list"
      aria-label={t("label")}
      data-ticks={concern.slug}
      className="divide-y divide-line rounded-card border border-line bg-card print:rounded-none"
    >
      {documents.map((document) => (
        <li key={document.id} className="break-inside-avoid">
          <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-4 px-5 py-3.5 print:px-3 print:py-2">
            <input type="checkbox" {...tickBox(document)} />
            <span className={`grid ${locale === "de" ? "" : bothColumns}`}>
              <Lines document={document} locale={locale} shown={locale} />
              {locale === "de" ? null : (
                <span {...german}>
                  <Lines document={document} locale={locale} shown="de" />
                </span>
              )}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** A document in one language. On the screen its German name follows in brackets; on paper it has a column of its own. */
function Lines({ document, locale, shown }: { document: ShownDocument; locale: Locale; shown: Locale }) {
  const t = translator(shown, "guide.documents");
  const facts = translator(shown, "facts");
  return (
    <span className="grid">
      <span className="font-semibold">
        {document.name[shown]}
        {locale === "de" || shown === "de" ? null : (
          <>
            {" "}
            <bdi dir="ltr" lang="de" className="font-normal text-soft print:hidden">
              ({document.name.de})
            </bdi>
          </>
        )}
      </span>
      <span className="text-sm text-soft">
        {documentDetails(
          document,
          shown,
          (word, values) => t(word, values),
          (word, values) => facts(word, values),
        )}
      </span>
      {document.note ? <span className="text-sm text-soft">{document.note[shown]}</span> : null}
    </span>
  );
}
