"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";

/** `minutes` belong to the failure `rate_limited`. */
type State<Reason> = { failure?: Reason; minutes?: number };

type Props<Reason extends string> = {
  action: (state: State<Reason>, form: FormData) => Promise<State<Reason>>;
  locale: string;
  token: string;
  label: string;
  pendingLabel: string;
  /** What to say for each failure; for any other, that the hold has run out. */
  failures: Partial<Record<Reason, string>> & { hold_expired: string };
  variant?: "primary" | "danger";
};

/** One button that does what a link in a mail only asks about: opening the link changes nothing. */
export function TokenForm<Reason extends string>(props: Props<Reason>) {
  const { action, locale, token, label, pendingLabel, failures, variant = "primary" } = props;
  const [state, submit, pending] = useActionState<State<Reason>, FormData>(action, {});
  const t = useTranslations("booking.failure");
  const known = state.failure ? (failures[state.failure] ?? failures.hold_expired) : null;
  const said = state.minutes ? t("rate_limited", { minutes: state.minutes }) : known;
  return (
    <form action={submit} className="grid gap-3">
      {said ? <ErrorSummary title={said} errors={[]} token={state} /> : null}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant={variant} disabled={pending}>
        {pending ? pendingLabel : label}
      </Button>
    </form>
  );
}
