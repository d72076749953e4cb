"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { holdAction } from "@/lib/booking/actions";
import type { DetailsState, DetailsValues } from "@/lib/booking/types";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

type Props = {
  locale: Locale;
  office: string;
  concern: string;
  startsAt: string;
  /** Names this request, so that a form sent twice books once. */
  requestKey: string;
  holdMinutes: number;
  /** Address of this step without the time, for choosing another. */
  timesHref: string;
};

const empty: DetailsValues = {
  givenName: "",
  familyName: "",
  birthDay: "",
  birthMonth: "",
  birthYear: "",
  email: "",
  phone: "",
  caseNumber: "",
};
const birthParts = ["birthDay", "birthMonth", "birthYear"] as const;

/** Name, birth date and mail; works as a plain form, and keeps what was typed whatever goes wrong. */
export function DetailsForm({
  locale,
  office,
  concern,
  startsAt,
  requestKey,
  holdMinutes,
  timesHref,
}: Props) {
  const t = useTranslations("booking");
  const [state, action, pending] = useActionState<DetailsState, FormData>(holdAction, {
    values: empty,
    fields: [],
  });
  const problem = (field: keyof DetailsValues) => {
    const found = state.fields.find((error) => error.field === field);
    return found ? t(`problems.${found.problem}`) : undefined;
  };
  const text = (name: keyof DetailsValues, input: { type?: string; autoComplete?: string; dir?: "ltr" }) => (
    <Field
      id={name}
      label={t(`details.${name as "email"}`)}
      hint={t(`details.${name as "email"}Hint`)}
      error={problem(name)}
      optional={name === "phone" || name === "caseNumber" ? t("details.optional") : undefined}
    >
      <TextInput
        id={name}
        name={name}
        defaultValue={state.values[name]}
        invalid={problem(name) !== undefined}
        hasHint
        {...input}
      />
    </Field>
  );
  const labels = { birthDay: t("details.day"), birthMonth: t("details.month"), birthYear: t("details.year") };
  const autoComplete = { birthDay: "bday-day", birthMonth: "bday-month", birthYear: "bday-year" };

  return (
    <form action={action} noValidate className="grid max-w-[34rem] gap-6">
      <Failure state={state} timesHref={timesHref} locale={locale} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="office" value={office} />
      <input type="hidden" name="concern" value={concern} />
      {/* After a lost race the nearest times stand in the summary instead, as the new answers to the same question. */}
      {state.alternatives?.length ? null : <input type="hidden" name="startsAt" value={startsAt} />}
      <input type="hidden" name="requestKey" value={requestKey} />
      {text("givenName", { autoComplete: "given-name" })}
      {text("familyName", { autoComplete: "family-name" })}
      <fieldset aria-describedby={problem("birthDay") ? "birthDay-error" : "birthDate-hint"}>
        <legend className="font-bold">{t("details.birthDate")}</legend>
        <p id="birthDate-hint" className="text-sm text-soft">
          {t("details.birthDateHint")}
        </p>
        {problem("birthDay") ? (
          <p id="birthDay-error" className="mt-1 font-bold text-red">
            {problem("birthDay")}
          </p>
        ) : null}
        <div className="mt-2 flex gap-3">
          {birthParts.map((part) => (
            <label key={part} htmlFor={part} className="grid gap-1 text-sm">
              {labels[part]}
              <TextInput
                id={part}
                name={part}
                defaultValue={state.values[part]}
                inputMode="numeric"
                autoComplete={autoComplete[part]}
                width={part === "birthYear" ? 4 : 2}
                invalid={problem("birthDay") !== undefined}
                dir="ltr"
              />
            </label>
          ))}
        </div>
      </fieldset>
      {text("email", { type: "email", autoComplete: "email", dir: "ltr" })}
      {text("phone", { type: "tel", autoComplete: "tel", dir: "ltr" })}
      {text("caseNumber", { autoComplete: "off" })}
      <div className="grid gap-2">
        <Button type="submit" disabled={pending}>
          {pending ? t("details.pending") : t("details.submit")}
        </Button>
        <p className="text-sm text-soft">{t("details.holdHint", { minutes: holdMinutes })}</p>
        <p className="text-sm">
          <a href={`/${locale}/privacy`}>{t("details.privacy")}</a>
        </p>
      </div>
    </form>
  );
}

/** Why the whole form did not work: a summary that takes the focus, with a way on. */
function Failure({ state, timesHref, locale }: { state: DetailsState; timesHref: string; locale: Locale }) {
  const t = useTranslations("booking");
  if (state.fields.length > 0) {
    const errors = state.fields.map(({ field, problem }) => ({
      fieldId: field,
      message: t(`problems.${problem}`),
    }));
    return <ErrorSummary title={t("failure.summary")} errors={errors} token={state} />;
  }
  if (!state.failure) return null;
  const alternatives = state.alternatives ?? [];
  return (
    <ErrorSummary
      title={t(`failure.${failureKey(state.failure, alternatives.length)}`)}
      errors={[]}
      token={state}
    >
      {alternatives.map((time) => (
        <label key={time} className="flex min-h-11 items-center gap-3">
          <input type="radio" name="startsAt" value={time} required className="size-5 accent-teal" />
          {t("ticket.at", { date: longDate(dayOf(time), locale), time: timeOf(time) })}
        </label>
      ))}
      <p className="mt-2">
        <a href={timesHref}>{t("details.changeTime")}</a>
      </p>
    </ErrorSummary>
  );
}

function failureKey(reason: NonNullable<DetailsState["failure"]>, alternatives: number) {
  switch (reason) {
    case "slot_taken":
      return alternatives > 0 ? "slot_taken" : "slot_taken_none";
    case "outside_window":
      return reason;
    // One answer for both, so that nobody learns from it whether a person has an appointment.
    case "limit_person":
    case "limit_mail":
      return "limit_reached";
    default:
      return "unavailable";
  }
}
