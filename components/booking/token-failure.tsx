"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";

type Own<Failure> = Exclude<Failure, "rate_limited">;
type Props<Failure extends string> = {
  state: { failure?: Failure; minutes?: number };
  /** What to say for each reason of its own; null: the page says it already. */
  say: (reason: Own<Failure>) => string | null;
  children?: ReactNode;
};

/** Why a form that acts by a token could not: its network has sent too many requests, or a reason of its own. */
export function TokenFailure<Failure extends string>({ state, say, children }: Props<Failure>) {
  const t = useTranslations("booking.failure");
  if (!state.failure) return null;
  const title =
    state.failure === "rate_limited"
      ? t("token_limit", { minutes: state.minutes ?? 1 })
      : say(state.failure as Own<Failure>);
  return title === null ? null : (
    <ErrorSummary title={title} errors={[]} token={state}>
      {children}
    </ErrorSummary>
  );
}
