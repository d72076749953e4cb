"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { usePageAddress } from "@/components/ui/page-address";
import { answerAction } from "@/lib/booking/changes/actions";
import type { AnswerState } from "@/lib/booking/changes/types";
import type { AppointmentView } from "@/lib/booking/types";
import { TokenFailure } from "./token-failure";

type Props = {
  locale: string;
  token: string;
  appointment: Pick<AppointmentView, "asksForAnswer" | "coming">;
};

/** Asks in the days before an appointment whether its applicant will come: one tap says so, one gives the place back. */
export function ReminderAnswer({ locale, token, appointment }: Props) {
  const t = useTranslations("manage.answer");
  const [state, action, pending] = useActionState<AnswerState, FormData>(answerAction, {}, usePageAddress());
  if (!appointment.asksForAnswer) return null;
  const { coming } = appointment;
  const button = (answer: "coming" | "release", variant: "primary" | "quiet") => (
    <Button type="submit" name="answer" value={answer} variant={variant} disabled={pending}>
      {pending ? t("pending") : t(answer)}
    </Button>
  );
  return (
    <form
      action={action}
      className="no-print grid gap-3 rounded-card border border-line bg-card p-5 shadow-card"
    >
      <h2 className="text-lg">{coming ? t("thanks") : t("title")}</h2>
      <p role="status">{coming ? t("said") : t("lead")}</p>
      <TokenFailure state={state} say={() => t("failure")} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <div className="flex flex-wrap gap-3">
        {coming ? null : button("coming", "primary")}
        {button("release", "quiet")}
      </div>
      <p className="text-sm text-soft">{t("hint")}</p>
    </form>
  );
}
