"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { usePageAddress } from "@/components/ui/page-address";
import type { Locale } from "@/lib/i18n/routing";
import { earlierAction, offerAction, stepAction } from "@/lib/waitlist/actions";
import type { EarlierState, OfferState, OfferView, StepState, WaitStep } from "@/lib/waitlist/types";
import { TokenFailure } from "./token-failure";

type Own = { locale: Locale; token: string };

/** One button that confirms, pauses, resumes or leaves. */
export function WaitStepForm({
  locale,
  token,
  step,
  quiet = false,
}: Own & { step: WaitStep; quiet?: boolean }) {
  const t = useTranslations("waitlist");
  const [state, action, pending] = useActionState<StepState, FormData>(
    stepAction,
    {},
    `${usePageAddress()}#${step}`,
  );
  return (
    <form action={action} className="grid gap-3">
      <TokenFailure state={state} say={(reason) => t(`stepFailure.${reason}`)} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="step" value={step} />
      <Button type="submit" variant={quiet ? "quiet" : "primary"} disabled={pending}>
        {pending ? t("mine.pending") : t(`mine.${step}`)}
      </Button>
    </form>
  );
}

/** The answer to an offer: take the place, or let it go to the next. */
export function OfferAnswer({ locale, token, offer }: Own & { offer: OfferView }) {
  const t = useTranslations("waitlist");
  const [state, action, pending] = useActionState<OfferState, FormData>(offerAction, {}, usePageAddress());
  return (
    <form action={action} className="grid gap-3">
      <TokenFailure state={state} say={(reason) => t(`offerFailure.${reason}`)} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="offer" value={offer.id} />
      <Button type="submit" name="answer" value="accept" disabled={pending}>
        {pending ? t("offer.pending") : t("offer.accept")}
      </Button>
      <Button type="submit" name="answer" value="decline" variant="quiet" disabled={pending}>
        {t("offer.decline")}
      </Button>
    </form>
  );
}

/** On the page of an appointment: wait for an earlier one. */
export function EarlierForm({ locale, token }: Own) {
  const t = useTranslations("waitlist");
  const [state, action, pending] = useActionState<EarlierState, FormData>(
    earlierAction,
    {},
    usePageAddress(),
  );
  return (
    <form action={action} className="grid gap-2">
      <TokenFailure state={state} say={(reason) => t(`earlierFailure.${reason}`)} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant="quiet" disabled={pending}>
        {pending ? t("links.earlierPending") : t("links.earlier")}
      </Button>
      <p className="text-sm text-soft">{t("links.earlierLead")}</p>
    </form>
  );
}
