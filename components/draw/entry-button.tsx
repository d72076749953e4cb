"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { TokenFailure } from "@/components/booking/token-failure";
import { Button } from "@/components/ui/button";
import { usePageAddress } from "@/components/ui/page-address";
import { confirmEntryAction, withdrawEntryAction } from "@/lib/booking/draw/actions";
import type { EntryChangeState } from "@/lib/booking/draw/types";

type Props = { does: "confirm" | "withdraw"; locale: string; token: string; label: string };

/** One button that does what a link in a mail only asks about: opening the link changes nothing. */
export function EntryButton({ does, locale, token, label }: Props) {
  const t = useTranslations("draw");
  const [state, submit, pending] = useActionState<EntryChangeState, FormData>(
    does === "confirm" ? confirmEntryAction : withdrawEntryAction,
    {},
    usePageAddress(),
  );
  return (
    <form action={submit} className="grid gap-3">
      <TokenFailure state={state} say={(reason) => t(`failure.${reason}`)} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant={does === "confirm" ? "primary" : "danger"} disabled={pending}>
        {pending ? t("entry.pending") : label}
      </Button>
    </form>
  );
}
