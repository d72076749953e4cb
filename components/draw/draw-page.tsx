import { useTranslations } from "next-intl";
import { VisitForm } from "@/components/booking/visit-form";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { DrawView } from "@/lib/booking/draw/types";
import { type Visit, visitQuery } from "@/lib/booking/rules";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department, Office } from "@/lib/offices/types";
import { DrawExplained } from "./draw-explained";
import { DrawTicket } from "./draw-ticket";
import { useDrawTimes } from "./draw-times";
import { EntryForm } from "./entry-form";

type Props = {
  locale: Locale;
  office: Office;
  department: Department;
  concern: Concern;
  visit: Visit;
  draw: DrawView | null;
};

/** The draw of a department, for somebody with a concern. */
export function DrawPage(props: Props) {
  const { locale, draw } = props;
  const t = useTranslations("draw");
  if (!draw) {
    return (
      <section className="grid gap-4 py-8">
        <h1>{t("none.title")}</h1>
        <p>{t("none.lead")}</p>
        <ToBooking {...props} />
      </section>
    );
  }
  return (
    <div className="grid gap-8 py-8 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-x-12">
      <section className="grid content-start gap-6">
        <div>
          <h1>{t("title")}</h1>
          <p className="mt-2 max-w-[42rem] text-soft">{t("lead")}</p>
        </div>
        <DrawExplained locale={locale} draw={draw} />
        <Now {...props} draw={draw} />
      </section>
      <aside>
        <DrawTicket {...props} {...props.visit} draw={draw} />
      </aside>
    </div>
  );
}

/** What can be done now: enter, or why not. */
function Now(props: Props & { draw: DrawView }) {
  const { locale, office, department, concern, visit, draw } = props;
  const t = useTranslations("draw");
  const { from } = useDrawTimes(locale)(draw);
  switch (draw.state) {
    case "open":
      return (
        <section className="grid gap-5">
          <h2>{t("form.title")}</h2>
          <VisitForm
            locale={locale}
            action={`/${locale}/offices/${office.slug}/draw`}
            department={department}
            concern={concern}
            visit={visit}
            submit={t("form.visit")}
          />
          <EntryForm
            locale={locale}
            office={office.slug}
            concern={concern.slug}
            furtherConcerns={visit.further.map((further) => further.slug)}
            persons={visit.persons}
            draw={draw.id}
            days={draw.days}
            permitWeeks={department.policy.draw?.permitExpiring.weeks ?? 0}
          />
        </section>
      );
    case "announced":
      return <Note title={t("state.announced", { from })} />;
    case "closed":
      return <Note title={t("state.closed")} />;
    default:
      return (
        <>
          <Note title={t("state.drawn")} />
          <ToBooking {...props} />
        </>
      );
  }
}

function ToBooking({ locale, office, concern, visit }: Props) {
  const t = useTranslations("draw");
  return (
    <p>
      <Button href={`/${locale}/offices/${office.slug}/book?${visitQuery(concern, visit)}`}>
        {t("toBooking")}
      </Button>
    </p>
  );
}
