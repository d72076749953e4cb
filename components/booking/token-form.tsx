"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";

type Props<Reason extends string> = {
  action: (state: { failure?: Reason }, form: FormData) => Promise<{ failure?: Reason }>;
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
  const [state, submit, pending] = useActionState<{ failure?: Reason }, FormData>(action, {});
  const said = state.failure ? (failures[state.failure] ?? failures.hold_expired) : null;
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
