"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { usePageAddress } from "@/components/ui/page-address";
import { extendAction } from "@/lib/booking/changes/actions";
import type { ExtendState } from "@/lib/booking/changes/types";
import { TokenFailure } from "./token-failure";

type Props = {
  locale: string;
  office: string;
  token: string;
  /** Wall time at which the hold ends, `14:32`. */
  until: string;
  /** By the server's clock when the page was made; the device's own may be wrong. */
  secondsLeft: number;
  extendMinutes: number;
  extended: boolean;
};

/** Minutes at which somebody who cannot see the clock is told how many are left. */
const announced = [10, 5, 2, 1];

/** How long a time is kept, running down, and the button for more. Without scripts it says until when. */
export function HoldCountdown({ locale, office, token, until, secondsLeft, extendMinutes, extended }: Props) {
  const t = useTranslations("booking.extend");
  const [state, action, pending] = useActionState<ExtendState, FormData>(extendAction, {}, usePageAddress());
  const left = useSecondsLeft(secondsLeft);
  const minutes = Math.ceil(left / 60);
  const said = announced.includes(minutes) ? t("minutes", { minutes }) : "";
  return (
    <form action={action} className="grid max-w-[34rem] gap-3 rounded-card border border-line bg-card p-5">
      <p className="flex flex-wrap items-baseline justify-between gap-3 font-bold">
        {t("left", { time: until })}
        <bdi dir="ltr" role="timer" aria-live="off" className="text-2xl tabular-nums">
          {`${Math.floor(left / 60)}:${String(Math.floor(left % 60)).padStart(2, "0")}`}
        </bdi>
      </p>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      <TokenFailure
        state={state}
        say={(reason) => (reason === "not_found" ? null : t(`failure.${reason}`))}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="office" value={office} />
      <input type="hidden" name="token" value={token} />
      {extended ? (
        <p className="text-sm text-soft">{t("done")}</p>
      ) : (
        <Button type="submit" variant="quiet" disabled={pending}>
          {pending ? t("pending") : t("button", { minutes: extendMinutes })}
        </Button>
      )}
    </form>
  );
}

/** Counts down from `seconds`; begins anew when a new number comes from the server. */
function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const begun = performance.now();
    const tick = () => setLeft(Math.max(0, seconds - (performance.now() - begun) / 1000));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
