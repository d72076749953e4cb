import { useTranslations } from "next-intl";
import { bothColumns, DocumentList, germanColumn, ReadyCount } from "@/components/guide/documents";
import { Button } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
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
      <DocumentList documents={documents} locale={locale} concerns={[concern.slug]} germanOnPaper />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 print:hidden">
        <ReadyCount of={documents.length} />
        <button type="reset" data-untick="" className="min-h-11 cursor-pointer text-soft underline">
          {t("untick")}
        </button>
      </div>
      <p className="flex flex-wrap items-center gap-3 print:hidden">
        <Button href={`${page}/book?concern=${concern.slug}`}>{offices("book")}</Button>
        <PrintButton label={t("print")} />
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
      {locale === "de" ? null : <div {...germanColumn}>{block("de")}</div>}
    </div>
  );
}
