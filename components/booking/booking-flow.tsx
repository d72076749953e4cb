import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StepsBar } from "@/components/ui/steps-bar";
import { type BookingStep, visitQuery } from "@/lib/booking/rules";
import type { Availability } from "@/lib/booking/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";
import { BookingTicket } from "./booking-ticket";
import { ChoiceList } from "./choice-list";
import { DetailsForm } from "./details-form";
import { NothingFree } from "./nothing-free";
import { TimesStep } from "./times-step";
import { VisitForm } from "./visit-form";

type Props = {
  locale: Locale;
  office: Office;
  step: BookingStep;
  availability: Availability | null;
  /** Address of the booking page without a query. */
  base: string;
  requestKey: string;
};

const order = ["department", "concern", "time", "details", "confirm"] as const;

/** The way to an appointment, one question a page: department, concern, time, details. */
export function BookingFlow(props: Props) {
  const { locale, office, step } = props;
  const t = useTranslations("booking.steps");
  const { department, concern, visit, startsAt } = {
    department: undefined,
    concern: undefined,
    visit: undefined,
    startsAt: undefined,
    ...step,
  };
  return (
    <>
      <StepsBar
        label={t("label")}
        steps={order.map((name) => ({ name: t(name), href: wayBack(name, props) }))}
        current={order.indexOf(step.step)}
      />
      <div className="grid gap-8 pb-12 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-x-12">
        <section>
          <Question {...props} />
        </section>
        <aside>
          <BookingTicket
            locale={locale}
            office={office}
            department={department}
            concern={concern}
            further={visit?.further}
            persons={visit?.persons}
            units={visit?.units}
            startsAt={startsAt}
          />
        </aside>
      </div>
    </>
  );
}

/** Address at which the answer to an earlier question can be changed. */
function wayBack(name: (typeof order)[number], { step, base }: Props): string | undefined {
  if (name === "department") return base;
  if (name === "concern" && "department" in step) return `${base}?department=${step.department.slug}`;
  if (name === "time" && step.step === "details") {
    return `${base}?${visitQuery(step.concern, step.visit)}&date=${step.startsAt.slice(0, 10)}`;
  }
  return undefined;
}

function Heading({ title, lead }: { title: string; lead?: string }) {
  return (
    <>
      <h1>{title}</h1>
      {lead ? <p className="mt-2 mb-6 text-soft">{lead}</p> : null}
    </>
  );
}

/** The question of the step that somebody is at. */
function Question({ locale, office, step, availability, base, requestKey }: Props): ReactNode {
  const t = useTranslations("booking");
  switch (step.step) {
    case "department":
      return (
        <>
          <Heading title={t("department.title")} lead={t("department.lead")} />
          <ChoiceList
            choices={office.departments.map((department) => ({
              href: `${base}?department=${department.slug}`,
              title: department.name[locale],
              text: department.description[locale],
            }))}
          />
        </>
      );
    case "concern":
      return (
        <>
          <Heading title={t("concern.title")} lead={t("concern.lead")} />
          <ChoiceList
            choices={step.department.concerns.map((concern) => ({
              href: `${base}?concern=${concern.slug}`,
              title: concern.name[locale],
              text: concern.description[locale],
              details: [
                t("concern.minutes", { minutes: concern.units * step.department.slotMinutes }),
                t("concern.documents", { count: concern.documents.length }),
              ].join(" · "),
            }))}
          />
        </>
      );
    case "time": {
      const other = `${base}?department=${step.department.slug}`;
      if (!availability || availability.days.length === 0) {
        return (
          <NothingFree
            locale={locale}
            office={office}
            concern={step.concern}
            nextRelease={availability?.nextRelease ?? ""}
            otherHref={other}
          />
        );
      }
      return (
        <>
          <Heading title={t("times.title")} />
          <VisitForm
            locale={locale}
            action={base}
            department={step.department}
            concern={step.concern}
            visit={step.visit}
          />
          <TimesStep
            locale={locale}
            availability={availability}
            date={step.date}
            href={`${base}?${visitQuery(step.concern, step.visit)}`}
          />
        </>
      );
    }
    case "details": {
      const timesHref = `${base}?${visitQuery(step.concern, step.visit)}&date=${step.startsAt.slice(0, 10)}#times`;
      return (
        <>
          <Heading title={t("details.title")} lead={t("details.lead")} />
          <DetailsForm
            locale={locale}
            office={office.slug}
            concern={step.concern.slug}
            furtherConcerns={step.visit.further.map((further) => further.slug)}
            persons={step.visit.persons}
            startsAt={step.startsAt}
            requestKey={requestKey}
            holdMinutes={step.department.policy.holdMinutes}
            timesHref={timesHref}
          />
        </>
      );
    }
  }
}
