"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { usePageAddress } from "@/components/ui/page-address";
import { shareAction } from "@/lib/booking/checklist/actions";
import type { ShareState } from "@/lib/booking/checklist/types";
import { SentTicks } from "./kept-tick";
import { TokenFailure } from "./token-failure";

type Props = {
  locale: string;
  token: string;
  /** Ids of all documents of the list. */
  needed: string[];
  /** Names of those that are missing as the applicant told; null: nothing was told. */
  missing: string[] | null;
  /** The list with its boxes, which the form sends as `ready`. */
  children: ReactNode;
};

/** The list of documents, and the choice to be reminded of what is not ticked off; a plain form without JavaScript. */
export function ShareForm({ locale, token, needed, missing, children }: Props) {
  const t = useTranslations("manage.share");
  const [state, action, pending] = useActionState<ShareState, FormData>(shareAction, {}, usePageAddress());
  const button = (what: "share" | "withdraw", label: string) => (
    <Button type="submit" name="do" value={what} variant="quiet" disabled={pending}>
      {pending ? t("pending") : label}
    </Button>
  );
  return (
    <form action={action} className="ticks grid gap-4">
      <SentTicks value={state.ready ?? null}>{children}</SentTicks>
      <TokenFailure state={state} say={(reason) => t(`failure.${reason}`)} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      {needed.map((id) => (
        <input key={id} type="hidden" name="needed" value={id} />
      ))}
      <section className="no-print grid gap-3 rounded-card border border-line bg-card p-5">
        <h3 className="text-lg">{t(missing ? "sharedTitle" : "title")}</h3>
        {missing ? <Told missing={missing} /> : <p>{t("lead")}</p>}
        <div className="flex flex-wrap gap-3">
          {button("share", t(missing ? "again" : "share"))}
          {missing ? button("withdraw", t("withdraw")) : null}
        </div>
      </section>
    </form>
  );
}

/** What the applicant has told us. */
function Told({ missing }: { missing: string[] }) {
  const t = useTranslations("manage.share");
  return (
    <div role="status">
      <p>{t(missing.length > 0 ? "missing" : "nothing")}</p>
      {missing.length > 0 ? (
        <ul className="list-disc ps-6">
          {missing.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      ) : null}
      <p className="mt-2 text-sm text-soft">{t("hint")}</p>
    </div>
  );
}
