"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";
import { proofMinutes } from "@/lib/booking/proof/rules";
import type { DetailsState } from "@/lib/booking/types";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

type Props = { state: DetailsState; timesHref: string; locale: Locale };

/** Why the whole form did not work: a summary that takes the focus, with a way on. */
export function DetailsFailure({ state, timesHref, locale }: Props) {
  const t = useTranslations("booking");
  if (state.mailed) {
    return (
      <Note kind="info" title={t("mailFirst.sentTitle")}>
        <p role="status">{t("mailFirst.sent", { email: state.mailed, minutes: proofMinutes })}</p>
      </Note>
    );
  }
  if (state.fields.length > 0) {
    const errors = state.fields.map(({ field, problem }) => ({
      fieldId: field,
      message: t(`problems.${problem}`),
    }));
    return <ErrorSummary title={t("failure.summary")} errors={errors} token={state} />;
  }
  if (!state.failure) return null;
  const alternatives = state.alternatives ?? [];
  const byMail = state.failure === "challenge_failed" || state.failure === "proof_failed";
  return (
    <ErrorSummary
      title={t(`failure.${failureKey(state)}`, { minutes: state.minutes ?? 1 })}
      errors={[]}
      token={state}
    >
      {alternatives.map((time) => (
        <label key={time} className="flex min-h-11 items-center gap-3">
          <input type="radio" name="startsAt" value={time} required className="size-5 accent-teal" />
          {t("ticket.at", { date: longDate(dayOf(time), locale), time: timeOf(time) })}
        </label>
      ))}
      {byMail ? (
        <div className="mt-2 grid gap-3">
          {state.failure === "challenge_failed" ? (
            <p className="noscript:hidden">{t("challenge.again")}</p>
          ) : null}
          <p>{t("mailFirst.offer")}</p>
          <Button type="submit" name="way" value="mail" variant="quiet">
            {t("mailFirst.submit")}
          </Button>
        </div>
      ) : null}
      {state.failure === "rate_limited" || byMail ? null : (
        <p className="mt-2">
          <a href={timesHref}>{t("details.changeTime")}</a>
        </p>
      )}
    </ErrorSummary>
  );
}

function failureKey({ failure, alternatives = [] }: DetailsState) {
  switch (failure) {
    case "slot_taken":
      return alternatives.length > 0 ? "slot_taken" : "slot_taken_none";
    case "outside_window":
    case "challenge_failed":
    case "proof_failed":
    case "rate_limited":
    case "limit_proof":
      return failure;
    // One answer for both, so that nobody learns from it whether a person has an appointment.
    case "limit_person":
    case "limit_mail":
      return "limit_reached";
    default:
      return "unavailable";
  }
}
