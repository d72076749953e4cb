"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";

type State = { failure?: string };

type Props = {
  action: (state: State, form: FormData) => Promise<State>;
  locale: string;
  token: string;
  label: string;
  pendingLabel: string;
  /** What to say for each failure; anything else says the last. */
  failures: Record<string, string>;
  variant?: "primary" | "danger";
};

/** One button that does what a link in a mail only asks about: opening the link changes nothing. */
export function TokenForm({ action, locale, token, label, pendingLabel, failures, variant = "primary" }: Props) {
  const [state, submit, pending] = useActionState(action, {});
  const said = state.failure ? (failures[state.failure] ?? Object.values(failures).at(-1) ?? "") : null;
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
