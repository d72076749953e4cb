"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { usePageAddress } from "@/components/ui/page-address";
import { moveAction } from "@/lib/booking/changes/actions";
import type { MoveState } from "@/lib/booking/changes/types";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { TokenFailure } from "./token-failure";

type Props = { locale: Locale; token: string; startsAt: string };

/** The button that moves an appointment. Who loses the race for a time chooses among the others right here. */
export function MoveForm({ locale, token, startsAt }: Props) {
  const t = useTranslations("manage.move");
  const at = useTranslations("booking.ticket");
  const [state, action, pending] = useActionState<MoveState, FormData>(moveAction, {}, usePageAddress());
  const alternatives = state.alternatives ?? [];
  return (
    <form action={action} className="grid gap-3">
      <TokenFailure state={state} say={() => t(`failure.${failureKey(state)}`)}>
        {alternatives.map((time) => (
          <label key={time} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="startsAt"
              value={time}
              defaultChecked={time === state.chosen}
              required
              className="size-5 accent-teal"
            />
            {at("at", { date: longDate(dayOf(time), locale), time: timeOf(time) })}
          </label>
        ))}
      </TokenFailure>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      {alternatives.length > 0 ? null : <input type="hidden" name="startsAt" value={startsAt} />}
      <Button type="submit" disabled={pending}>
        {pending ? t("pending") : t("button")}
      </Button>
    </form>
  );
}

function failureKey({ failure, alternatives = [] }: MoveState) {
  if (failure === "slot_taken") return alternatives.length > 0 ? "slot_taken" : "slot_taken_none";
  return failure === "outside_window" || failure === "too_late" ? failure : "not_confirmed";
}
