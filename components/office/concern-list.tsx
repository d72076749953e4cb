import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ShownDocument } from "@/lib/guides/documents/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department, Office } from "@/lib/offices/types";

type Props = { locale: Locale; office: Office; documents: Record<string, ShownDocument[]> };

/** What one can come for, how long it takes, what to bring, and the way to an appointment. */
export function ConcernList({ locale, office, documents }: Props) {
  const t = useTranslations("offices");
  return (
    <section id="concerns" className="scroll-mt-6">
      <h2>{t("departments")}</h2>
      {office.departments.map((department) => (
        <section key={department.slug} className="mt-6">
          <h3>{department.name[locale]}</h3>
          <p className="text-soft">{department.description[locale]}</p>
          <div className="mt-3 divide-y divide-line rounded-card border border-line bg-card">
            {department.concerns.map((concern) => (
              <ConcernDetails
                key={concern.slug}
                locale={locale}
                office={office}
                department={department}
                concern={concern}
                documents={documents[concern.slug] ?? []}
              />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}

type DetailsProps = {
  locale: Locale;
  office: Office;
  department: Department;
  concern: Concern;
  documents: ShownDocument[];
};

function ConcernDetails({ locale, office, department, concern, documents }: DetailsProps) {
  const t = useTranslations("offices");
  return (
    <details className="group px-5 py-1">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-3 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
          <span className="min-w-0 wrap-anywhere hyphens-auto">{concern.name[locale]}</span>
          <span className="text-sm font-normal whitespace-nowrap text-soft">
            {t("minutes", { minutes: concern.units * department.slotMinutes })}
          </span>
        </span>
        <Icon name="forward" className="size-4 text-teal group-open:rotate-90 rtl:group-open:-rotate-90" />
      </summary>
      <div className="grid gap-3 pb-5">
        <p>{concern.description[locale]}</p>
        <p className="font-semibold">{t("bring")}</p>
        <ul className="grid list-disc gap-1 ps-6">
          {documents.map((document) => (
            <li key={document.id}>{document.name[locale]}</li>
          ))}
        </ul>
        <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button href={`/${locale}/offices/${office.slug}/book?concern=${concern.slug}`}>{t("book")}</Button>
          <a
            href={`/${locale}/offices/${office.slug}/checklist/${concern.slug}`}
            className="inline-flex min-h-11 items-center"
          >
            {t("checklist")}
          </a>
          {concern.guide ? (
            <a href={`/${locale}/guides/${concern.guide}`} className="inline-flex min-h-11 items-center">
              {t("guide")}
            </a>
          ) : null}
        </p>
      </div>
    </details>
  );
}
