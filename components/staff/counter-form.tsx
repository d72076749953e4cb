"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { counterAction } from "@/lib/booking/day/actions";
import type { CounterAppointment, CounterState } from "@/lib/booking/day/types";
import { Outcome } from "./outcome";

type Props = {
  locale: string;
  appointment: Pick<CounterAppointment, "reference" | "choices" | "cancellable">;
  /** Who comes: what a button is about, for those who hear it out of its place. */
  name: string;
  /** Where a form sent without scripts comes back to; one address for each form. */
  returnTo: string;
};

/** What a clerk can do with an appointment: note who came, take the note back, cancel for the office (asked twice). */
export function CounterForm({ locale, appointment, name, returnTo }: Props) {
  const t = useTranslations("staff.counter");
  const [state, action, pending] = useActionState<CounterState, FormData>(counterAction, {}, returnTo);
  const button = (does: string, label: string, variant: "primary" | "quiet" | "danger") => (
    <Button key={does} type="submit" name="do" value={does} variant={variant} disabled={pending}>
      {pending ? t("pending") : label}
      <span className="sr-only">
        : <bdi>{name}</bdi>
      </span>
    </Button>
  );
  return (
    <form action={action} className="no-print grid gap-3">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="reference" value={appointment.reference} />
      <Outcome
        {...(state.done ? { done: t(`done.${state.done}`) } : {})}
        {...(state.failure ? { failure: t(`failure.${state.failure}`) } : {})}
        token={state}
      />
      {appointment.choices.length > 0 ? (
        <div className="flex flex-wrap gap-3">
          {appointment.choices.map((choice) =>
            button(choice, t(`do.${choice}`), choice === "checked_in" ? "primary" : "quiet"),
          )}
        </div>
      ) : null}
      {appointment.cancellable ? (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-teal underline">
            {t("cancel.open")}
            <span className="sr-only">
              : <bdi>{name}</bdi>
            </span>
          </summary>
          <div className="mt-2 grid max-w-[34rem] justify-items-start gap-3">
            <p>{t("cancel.ask")}</p>
            {button("cancel", t("cancel.yes"), "danger")}
          </div>
        </details>
      ) : null}
    </form>
  );
}
