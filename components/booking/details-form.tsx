"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { holdAction } from "@/lib/booking/actions";
import { personPrefix } from "@/lib/booking/schema";
import type { DetailsState } from "@/lib/booking/types";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { PersonFields } from "./person-fields";

type Props = {
  locale: Locale;
  office: string;
  concern: string;
  furtherConcerns: string[];
  /** How many come; for everybody but the first there is a block of questions more. */
  persons: number;
  startsAt: string;
  /** Names this request, so that a form sent twice books once. */
  requestKey: string;
  holdMinutes: number;
  /** Address of this step without the time, for choosing another. */
  timesHref: string;
};

/** Name, birth date and mail; works as a plain form, and keeps what was typed whatever goes wrong. */
export function DetailsForm({
  locale,
  office,
  concern,
  furtherConcerns,
  persons,
  startsAt,
  requestKey,
  holdMinutes,
  timesHref,
}: Props) {
  const t = useTranslations("booking");
  const [state, action, pending] = useActionState<DetailsState, FormData>(holdAction, {
    values: {},
    fields: [],
  });
  const problem = (field: string) => {
    const found = state.fields.find((error) => error.field === field);
    return found ? t(`problems.${found.problem}`) : undefined;
  };
  const text = (
    name: "email" | "phone" | "caseNumber",
    input: { type?: string; autoComplete: string; dir?: "ltr" },
  ) => (
    <Field
      id={name}
      label={t(`details.${name}`)}
      hint={t(`details.${name}Hint`)}
      error={problem(name)}
      optional={name !== "email" ? t("details.optional") : undefined}
    >
      <TextInput
        id={name}
        name={name}
        defaultValue={state.values[name] ?? ""}
        invalid={problem(name) !== undefined}
        hasHint
        {...input}
      />
    </Field>
  );
  return (
    <form action={action} noValidate className="grid max-w-[34rem] gap-6">
      <Failure state={state} timesHref={timesHref} locale={locale} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="office" value={office} />
      <input type="hidden" name="concern" value={concern} />
      {/* After a lost race the nearest times stand in the summary instead, as the new answers to the same question. */}
      {state.alternatives?.length ? null : <input type="hidden" name="startsAt" value={startsAt} />}
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="persons" value={persons} />
      {furtherConcerns.map((further) => (
        <input key={further} type="hidden" name="furtherConcern" value={further} />
      ))}
      <PersonFields prefix="" values={state.values} problem={problem} />
      {Array.from({ length: persons - 1 }, (_, index) => {
        const prefix = personPrefix(index + 1);
        return (
          <fieldset key={prefix} className="grid gap-6 rounded-card border border-line p-5">
            <legend className="px-2 text-lg font-bold">
              {t("details.companion", { number: index + 2 })}
            </legend>
            <PersonFields prefix={prefix} values={state.values} problem={problem} />
          </fieldset>
        );
      })}
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
