"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { usePageAddress } from "@/components/ui/page-address";
import { TextInput } from "@/components/ui/text-input";
import { holdAction } from "@/lib/booking/actions";
import { personPrefix } from "@/lib/booking/schema";
import type { DetailsState } from "@/lib/booking/types";
import type { Locale } from "@/lib/i18n/routing";
import { ChallengeLine } from "./challenge/challenge-line";
import { useChallenge } from "./challenge/use-challenge";
import { DetailsFailure } from "./details-failure";
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
  /** The link of a mail that has proven the address: nothing is checked any more, and the booking is confirmed at once. */
  proof?: { token: string; email: string } | undefined;
  /** Whether the device has to do some work first, so that no program books in people's places. */
  challengeNeeded: boolean;
};

const untouched: DetailsState = { values: {}, fields: [] };

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
  proof,
  challengeNeeded,
}: Props) {
  const t = useTranslations("booking");
  const [state, action, pending] = useActionState<DetailsState, FormData>(
    holdAction,
    untouched,
    usePageAddress(),
  );
  const { form, waiting, challenge, beforeSubmit } = useCheckedForm(challengeNeeded && !proof, state);
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
    <form
      ref={form}
      action={action}
      onSubmit={beforeSubmit}
      onFocus={challenge.wake}
      noValidate
      className="grid max-w-[34rem] gap-6"
    >
      <DetailsFailure state={state} timesHref={timesHref} locale={locale} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="office" value={office} />
      <input type="hidden" name="concern" value={concern} />
      {/* After a lost race the nearest times stand in the summary instead, as the new answers to the same question. */}
      {state.alternatives?.length ? null : <input type="hidden" name="startsAt" value={startsAt} />}
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="persons" value={persons} />
      <input type="hidden" name="challenge" value={challenge.payload} />
      {furtherConcerns.map((further) => (
        <input key={further} type="hidden" name="furtherConcern" value={further} />
      ))}
      <PersonFields prefix="" values={state.values} problem={problem} />
      {Array.from({ length: persons - 1 }, (_, index) => {
        const prefix = personPrefix(index + 1);
        return (
          <fieldset key={prefix} className="grid gap-6 rounded-card border border-line p-4 sm:p-5">
            <legend className="px-2 text-lg font-bold">
              {t("details.companion", { number: index + 2 })}
            </legend>
            <PersonFields prefix={prefix} values={state.values} problem={problem} />
          </fieldset>
        );
      })}
      {proof ? (
        <div>
          <p className="font-bold">{t("details.email")}</p>
          <p>
            <bdi dir="ltr">{proof.email}</bdi>
          </p>
          <p className="text-sm text-soft">{t("mailFirst.proven")}</p>
          <input type="hidden" name="proof" value={proof.token} />
          <input type="hidden" name="email" value={proof.email} />
        </div>
      ) : (
        text("email", { type: "email", autoComplete: "email", dir: "ltr" })
      )}
      {text("phone", { type: "tel", autoComplete: "tel", dir: "ltr" })}
      {text("caseNumber", { autoComplete: "off" })}
      <div className="grid gap-2">
        <Button type="submit" disabled={pending || waiting}>
          {waiting ? t("challenge.waiting") : null}
          {!waiting && pending ? t("details.pending") : null}
          {waiting || pending ? null : t(proof ? "mailFirst.book" : "details.submit")}
        </Button>
        {proof ? null : (
          <p className="text-sm text-soft">{t("details.holdHint", { minutes: holdMinutes })}</p>
        )}
        {challengeNeeded && !proof ? (
          <ChallengeLine {...challenge} waiting={waiting} onRetry={challenge.renew} />
        ) : null}
        <p className="text-sm">
          <a href={`/${locale}/privacy`}>{t("details.privacy")}</a>
        </p>
      </div>
    </form>
  );
}

/** A form that is sent when its challenge is solved; what was pressed before that waits for it. */
function useCheckedForm(needed: boolean, state: DetailsState) {
  const form = useRef<HTMLFormElement>(null);
  const challenge = useChallenge(needed);
  const { status, renew, wake } = challenge;
  const [waiting, setWaiting] = useState(false);
  const settled = status === "ready" || status === "failed";

  const beforeSubmit = (event: FormEvent) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!needed || settled || submitter?.getAttribute("name") === "way") return;
    event.preventDefault();
    setWaiting(true);
    wake();
  };

  useEffect(() => {
    if (!waiting || !settled) return;
    setWaiting(false);
    form.current?.requestSubmit();
  }, [waiting, settled]);

  // What the server did not take is worth nothing any more.
  useEffect(() => {
    if (needed && state.failure === "challenge_failed") renew();
  }, [needed, state, renew]);

  return { form, waiting, challenge, beforeSubmit };
}
