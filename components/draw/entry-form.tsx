"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { PersonFields } from "@/components/booking/person-fields";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { usePageAddress } from "@/components/ui/page-address";
import { TextInput } from "@/components/ui/text-input";
import { enterAction } from "@/lib/booking/draw/actions";
import { type EntryFormState, partsOfDay } from "@/lib/booking/draw/types";
import { personPrefix } from "@/lib/booking/schema";
import { dayAndMonth, toDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { ChoiceBoxes } from "./choice-boxes";
import { PermitFields } from "./permit-fields";

type Props = {
  locale: Locale;
  office: string;
  concern: string;
  /** What else is to be done in the same visit, and for how many persons. */
  furtherConcerns: string[];
  persons: number;
  draw: string;
  /** Days with places, `YYYY-MM-DD`. */
  days: string[];
  /** A permit that runs out within so many weeks counts. */
  permitWeeks: number;
};

const untouched: EntryFormState = { values: {}, days: [], parts: [], fields: [] };

/** Wishes, name, birth date and mail; works as a plain form, and keeps what was typed whatever goes wrong. */
export function EntryForm(props: Props) {
  const { locale, office, concern, furtherConcerns, persons, draw, days, permitWeeks } = props;
  const t = useTranslations("draw");
  const details = useTranslations("booking.details");
  const [state, action, pending] = useActionState<EntryFormState, FormData>(
    enterAction,
    untouched,
    usePageAddress(),
  );
  const say = useProblem();
  const problem = (field: string) => {
    const found = state.fields.find((error) => error.field === field);
    return found && say(found);
  };
  return (
    <form action={action} noValidate className="grid max-w-[34rem] gap-6">
      <Failure state={state} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="office" value={office} />
      <input type="hidden" name="concern" value={concern} />
      <input type="hidden" name="draw" value={draw} />
      <input type="hidden" name="persons" value={persons} />
      {furtherConcerns.map((further) => (
        <input key={further} type="hidden" name="furtherConcern" value={further} />
      ))}
      <ChoiceBoxes
        name="days"
        legend={t("form.days")}
        hint={t("form.daysHint")}
        error={problem("days")}
        choices={days.map((day) => ({ value: day, label: dayAndMonth(toDay(day), locale) }))}
        chosen={state.days}
      />
      <ChoiceBoxes
        name="parts"
        legend={t("form.parts")}
        hint={t("form.partsHint")}
        choices={partsOfDay.map((value) => ({ value, label: t(`form.${value}`) }))}
        chosen={state.parts}
      />
      <PersonFields prefix="" values={state.values} problem={problem} />
      {Array.from({ length: persons - 1 }, (_, index) => personPrefix(index + 1)).map((prefix, index) => (
        <fieldset key={prefix} className="grid gap-6 rounded-card border border-line p-4 sm:p-5">
          <legend className="px-2 text-lg font-bold">{details("companion", { number: index + 2 })}</legend>
          <PersonFields prefix={prefix} values={state.values} problem={problem} />
        </fieldset>
      ))}
      <Field id="email" label={details("email")} hint={details("emailHint")} error={problem("email")}>
        <TextInput
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          defaultValue={state.values.email ?? ""}
          invalid={problem("email") !== undefined}
          hasHint
        />
      </Field>
      <PermitFields weeks={permitWeeks} values={state.values} error={problem("permitDay")} />
      <div className="grid gap-2">
        <Button type="submit" disabled={pending}>
          {pending ? t("form.pending") : t("form.submit")}
        </Button>
        <p className="text-sm text-soft">{details("lead")}</p>
        <p className="text-sm">
          <a href={`/${locale}/privacy`}>{details("privacy")}</a>
        </p>
      </div>
    </form>
  );
}

/** A problem of a field in words: those of the wishes are the draw's own, the others those of booking. */
function useProblem() {
  const own = useTranslations("draw.problems");
  const booking = useTranslations("booking.problems");
  return ({ problem }: EntryFormState["fields"][number]) =>
    problem === "permit_date" || problem === "days" ? own(problem) : booking(problem);
}

/** Why the whole form did not work: a summary that takes the focus. */
function Failure({ state }: { state: EntryFormState }) {
  const t = useTranslations("draw.failure");
  const booking = useTranslations("booking.failure");
  const say = useProblem();
  if (state.fields.length > 0) {
    const errors = state.fields.map((error) => ({ fieldId: error.field, message: say(error) }));
    return <ErrorSummary title={booking("summary")} errors={errors} token={state} />;
  }
  switch (state.failure) {
    case undefined:
      return null;
    case "closed":
    case "not_open":
      return <ErrorSummary title={t(state.failure)} errors={[]} token={state} />;
    case "rate_limited": {
      const title = booking("rate_limited", { minutes: state.minutes ?? 1 });
      return <ErrorSummary title={title} errors={[]} token={state} />;
    }
    // One answer for both, so that nobody learns from it whether a person has entered or has an appointment.
    case "limit_person":
    case "limit_mail":
      return <ErrorSummary title={t("limit_reached")} errors={[]} token={state} />;
    default:
      return <ErrorSummary title={booking("unavailable")} errors={[]} token={state} />;
  }
}
