"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { usePageAddress } from "@/components/ui/page-address";
import type { TokenState } from "@/lib/booking/types";
import { TokenFailure } from "./token-failure";

type Props<Reason extends string> = {
  action: (state: TokenState<Reason>, form: FormData) => Promise<TokenState<Reason>>;
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
  const [state, submit, pending] = useActionState<TokenState<Reason>, FormData>(action, {}, usePageAddress());
  return (
    <form action={submit} className="grid gap-3">
      <TokenFailure state={state} say={(reason) => failures[reason] ?? failures.hold_expired} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant={variant} disabled={pending}>
        {pending ? pendingLabel : label}
      </Button>
    </form>
  );
}
