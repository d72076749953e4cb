"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { usePageAddress } from "@/components/ui/page-address";
import { TextInput } from "@/components/ui/text-input";
import { requestProofAction } from "@/lib/booking/proof/actions";
import { proofMinutes } from "@/lib/booking/proof/rules";
import type { ProofState } from "@/lib/booking/proof/types";
import type { Locale } from "@/lib/i18n/routing";

type Props = {
  locale: Locale;
  office: string;
  concern: string;
  furtherConcerns: string[];
  persons: number;
  /** The day that was chosen, if one was. */
  date: string | null;
};

/** The way without scripts: first the mail address, then, by the link in the mail, the times. */
export function MailFirstForm({ locale, office, concern, furtherConcerns, persons, date }: Props) {
  const t = useTranslations("booking");
  const [state, action, pending] = useActionState<ProofState, FormData>(
    requestProofAction,
    { email: "" },
    usePageAddress(),
  );
  if (state.sent) {
    return (
      <Note kind="info" title={t("mailFirst.sentTitle")}>
        <p role="status">{t("mailFirst.sent", { email: state.email, minutes: proofMinutes })}</p>
      </Note>
    );
  }
  const problem = state.field ? t(`problems.${state.field}`) : undefined;
  return (
    <form action={action} noValidate className="grid max-w-[34rem] gap-5">
      {state.failure ? (
        <ErrorSummary
          title={t(`mailFirst.failure.${state.failure}`, { minutes: state.minutes ?? 1 })}
          errors={[]}
          token={state}
        />
      ) : null}
      <div className="grid gap-2">
        <h2>{t("mailFirst.title")}</h2>
        <p>{t("mailFirst.lead")}</p>
      </div>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="office" value={office} />
      <input type="hidden" name="concern" value={concern} />
      <input type="hidden" name="persons" value={persons} />
      <input type="hidden" name="date" value={date ?? ""} />
      {furtherConcerns.map((further) => (
        <input key={further} type="hidden" name="furtherConcern" value={further} />
      ))}
      <Field
        id="proofEmail"
        label={t("details.email")}
        hint={t("mailFirst.emailHint", { minutes: proofMinutes })}
        error={problem}
        optional={undefined}
      >
        <TextInput
          id="proofEmail"
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          defaultValue={state.email}
          invalid={problem !== undefined}
          hasHint
        />
      </Field>
      <Button type="submit" disabled={pending}>
        {t("mailFirst.submit")}
      </Button>
    </form>
  );
}
