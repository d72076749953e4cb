"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { usePageAddress } from "@/components/ui/page-address";
import { TextInput } from "@/components/ui/text-input";
import { personPrefix } from "@/lib/booking/schema";
import type { Locale } from "@/lib/i18n/routing";
import { joinAction } from "@/lib/waitlist/actions";
import type { JoinState, PartOfDay } from "@/lib/waitlist/types";
import { PersonFields } from "./person-fields";

const untouched: JoinState = { values: {}, fields: [], chosen: [] };

/** A choice with its name in the reader's language. */
type Choice = { slug: string; name: string };

type Props = {
  locale: Locale;
  office: string;
  concern: string;
  furtherConcerns: string[];
  persons: number;
  days: Choice[];
  parts: readonly PartOfDay[];
  reasons: Choice[];
};

/** Who waits, when they can come, whether it is urgent; works as a plain form. */
export function WaitForm({ locale, office, concern, furtherConcerns, persons, days, parts, reasons }: Props) {
  const t = useTranslations("waitlist");
  const booking = useTranslations("booking");
  const [state, action, pending] = useActionState<JoinState, FormData>(
    joinAction,
    untouched,
    usePageAddress(),
  );
  const problem = (field: string) => {
    const found = state.fields.find((error) => error.field === field);
    return found ? booking(`problems.${found.problem}`) : undefined;
  };
  const contact = (name: "email" | "phone" | "caseNumber", hint: string, type: string) => (
    <Field
      id={name}
      label={booking(`details.${name}`)}
      hint={hint}
      error={problem(name)}
      optional={name === "email" ? undefined : booking("details.optional")}
    >
      <TextInput
        id={name}
        name={name}
        defaultValue={state.values[name] ?? ""}
        invalid={problem(name) !== undefined}
        hasHint
        type={type}
        autoComplete={name === "email" ? "email" : name === "phone" ? "tel" : "off"}
        {...(type === "text" ? {} : { dir: "ltr" as const })}
      />
    </Field>
  );
  const choices = (
    name: "days" | "parts" | "reason",
    among: Choice[],
    type: "checkbox" | "radio" = "checkbox",
  ) => (
    <fieldset aria-describedby={`${name}-hint`} className="grid gap-1">
      <legend className="font-bold">{t(`form.${name}`)}</legend>
      <p id={`${name}-hint`} className="text-sm text-soft">
        {t(`form.${name}Hint`)}
      </p>
      {among.map((choice) => (
        <label key={choice.slug} className="flex min-h-11 items-center gap-3">
          <input
            type={type}
            name={name}
            value={choice.slug}
            defaultChecked={
              state.chosen.includes(choice.slug) &&
              // No reason is an answer too: the one that a fresh form has.
              (choice.slug !== "" || !reasons.some(({ slug }) => state.chosen.includes(slug)))
            }
            className="size-5 shrink-0 accent-teal"
          />
          {choice.name}
        </label>
      ))}
    </fieldset>
  );
  const failureTitle = () => {
    if (state.failure === "rate_limited")
      return booking("failure.rate_limited", { minutes: state.minutes ?? 1 });
    return state.failure ? t(`failure.${state.failure}`) : booking("failure.summary");
  };
  return (
    <form action={action} noValidate className="grid max-w-[34rem] gap-6">
      {state.failure || state.fields.length > 0 ? (
        <ErrorSummary
          title={failureTitle()}
          errors={state.fields.map(({ field, problem: wrong }) => ({
            fieldId: field,
            message: booking(`problems.${wrong}`),
          }))}
          token={state}
        />
      ) : null}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="office" value={office} />
      <input type="hidden" name="concern" value={concern} />
      <input type="hidden" name="persons" value={persons} />
      {furtherConcerns.map((further) => (
        <input key={further} type="hidden" name="furtherConcern" value={further} />
      ))}
      <PersonFields prefix="" values={state.values} problem={problem} />
      {Array.from({ length: persons - 1 }, (_, index) => {
        const prefix = personPrefix(index + 1);
        return (
          <fieldset key={prefix} className="grid gap-6 rounded-card border border-line p-4 sm:p-5">
            <legend className="px-2 text-lg font-bold">
              {booking("details.companion", { number: index + 2 })}
            </legend>
            <PersonFields prefix={prefix} values={state.values} problem={problem} />
          </fieldset>
        );
      })}
      {contact("email", t("form.emailHint"), "email")}
      {contact("phone", t("form.phoneHint"), "tel")}
      {contact("caseNumber", booking("details.caseNumberHint"), "text")}
      {choices("days", days)}
      {choices(
        "parts",
        parts.map((part) => ({ slug: part, name: t(`form.${part}`) })),
      )}
      {reasons.length > 0
        ? choices("reason", [...reasons, { slug: "", name: t("form.noReason") }], "radio")
        : null}
      <div className="grid gap-2">
        <Button type="submit" disabled={pending}>
          {pending ? t("form.pending") : t("form.submit")}
        </Button>
        <p className="text-sm">
          <a href={`/${locale}/privacy`}>{booking("details.privacy")}</a>
        </p>
      </div>
    </form>
  );
}
