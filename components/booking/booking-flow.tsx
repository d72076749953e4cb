import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DrawNotice } from "@/components/draw/draw-notice";
import { StepsBar } from "@/components/ui/steps-bar";
import type { DrawView } from "@/lib/booking/draw/types";
import type { ProofView } from "@/lib/booking/proof/types";
import { type BookingStep, visitQuery } from "@/lib/booking/rules";
import type { Availability } from "@/lib/booking/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";
import { BookingTicket } from "./booking-ticket";
import { ChoiceList } from "./choice-list";
import { DetailsForm } from "./details-form";
import { MailFirst } from "./mail-first";
import { NothingFree } from "./nothing-free";
import { TimesStep } from "./times-step";
import { VisitForm } from "./visit-form";

type Props = {
  locale: Locale;
  office: Office;
  step: BookingStep;
  availability: Availability | null;
  /** The draw of the department that is open or opens next. */
  draw: DrawView | null;
  /** Address of the booking page without a query. */
  base: string;
  requestKey: string;
  /** The link by which somebody came who books by mail first. */
  proof?: ProofView | undefined;
  challengeNeeded: boolean;
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

/** An address of the booking that goes on with the mail's link. */
function proofed(address: string, proof: ProofView | undefined): string {
  if (proof?.state !== "open") return address;
  return `${address}${address.includes("?") ? "&" : "?"}proof=${proof.token}`;
}

/** Address at which the answer to an earlier question can be changed. */
function wayBack(name: (typeof order)[number], { step, base, proof }: Props): string | undefined {
  if (name === "department") return proofed(base, proof);
  if (name === "concern" && "department" in step)
    return proofed(`${base}?department=${step.department.slug}`, proof);
  if (name === "time" && step.step === "details") {
    return proofed(
      `${base}?${visitQuery(step.concern, step.visit)}&date=${step.startsAt.slice(0, 10)}`,
      proof,
    );
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
function Question(props: Props): ReactNode {
  const { locale, office, step, availability, draw, base, requestKey, proof, challengeNeeded } = props;
  const t = useTranslations("booking");
  const to = (query: string) => proofed(`${base}?${query}`, proof);
  const waitlist = useTranslations("waitlist.links");
  switch (step.step) {
    case "department":
      return (
        <>
          <Heading title={t("department.title")} lead={t("department.lead")} />
          <ChoiceList
            choices={office.departments.map((department) => ({
              href: to(`department=${department.slug}`),
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
              href: to(`concern=${concern.slug}`),
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
      const other = to(`department=${step.department.slug}`);
      const chosen = visitQuery(step.concern, step.visit);
      const wait = `/${locale}/offices/${office.slug}/waitlist?${chosen}`;
      const drawHref = `/${locale}/offices/${office.slug}/draw?${chosen}`;
      const notice = draw ? <DrawNotice locale={locale} draw={draw} href={drawHref} /> : null;
      const drawIsNext = draw?.opensAt === availability?.nextRelease;
      if (!availability || availability.days.length === 0) {
        return (
          <NothingFree
            locale={locale}
            office={office}
            concern={step.concern}
            nextRelease={availability?.nextRelease ?? ""}
            otherHref={other}
            waitHref={wait}
            draw={notice}
            drawIsNext={drawIsNext}
          />
        );
      }
      return (
        <>
          <Heading title={t("times.title")} />
          {notice}
          <VisitForm
            locale={locale}
            action={base}
            department={step.department}
            concern={step.concern}
            visit={step.visit}
            proof={proof?.state === "open" ? proof.token : undefined}
          />
          <MailFirst {...props} step={step} date={step.date}>
            <TimesStep
              locale={locale}
              availability={availability}
              date={step.date}
              drawIsNext={drawIsNext}
              href={to(visitQuery(step.concern, step.visit))}
            />
          </MailFirst>
          <p className="mt-4">
            <a href={wait}>{waitlist("times")}</a>
          </p>
        </>
      );
    }
    case "details": {
      const day = step.startsAt.slice(0, 10);
      const timesHref = `${to(`${visitQuery(step.concern, step.visit)}&date=${day}`)}#times`;
      return (
        <>
          <Heading title={t("details.title")} lead={t("details.lead")} />
          <MailFirst {...props} step={step} date={day}>
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
              proof={proof?.state === "open" ? proof : undefined}
              challengeNeeded={challengeNeeded}
            />
          </MailFirst>
        </>
      );
    }
  }
}
