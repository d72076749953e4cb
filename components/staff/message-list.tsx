"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { usePageAddress } from "@/components/ui/page-address";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { FailedMessage, ResendState } from "@/lib/notifications/types";
import { resendAction } from "@/lib/staff/actions";
import { Outcome } from "./outcome";

/** The mails of the office that were given up, each with the reason and a button to send it again. */
export function MessageList({ locale, messages }: { locale: Locale; messages: FailedMessage[] }) {
  const t = useTranslations("staff.messages");
  const [state, action, pending] = useActionState<ResendState, FormData>(resendAction, {}, usePageAddress());
  return (
    <form action={action} className="grid gap-4">
      <input type="hidden" name="locale" value={locale} />
      <Outcome
        {...(state.done ? { done: t("done") } : {})}
        {...(state.failure ? { failure: t(`failure.${state.failure}`) } : {})}
        token={state}
      />
      <ul className="grid gap-4">
        {messages.map((message) => (
          <li
            key={message.id}
            className="grid gap-x-8 gap-y-3 rounded-card border border-line bg-card p-5 shadow-card sm:grid-cols-[1fr_auto]"
          >
            <MessageText locale={locale} message={message} />
            <div className="self-center">
              <Button type="submit" name="message" value={message.id} variant="quiet" disabled={pending}>
                {t("resend")}
                <span className="sr-only">
                  : {t(`kind.${kindOf(message)}`)}, {message.reference}
                </span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </form>
  );
}

function MessageText({ locale, message }: { locale: Locale; message: FailedMessage }) {
  const t = useTranslations("staff.messages");
  const { failedAt, attempts, reason, code, reference } = message;
  return (
    <div className="grid gap-1">
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-lg">
        {t(`kind.${kindOf(message)}`)}
        <bdi dir="ltr">{reference}</bdi>
      </h2>
      <p>{t(`reason.${reason}`)}</p>
      <p className="flex flex-wrap gap-x-3 text-sm text-soft">
        <span>{longDate(dayOf(failedAt), locale)}</span>
        <bdi dir="ltr">{timeOf(failedAt)}</bdi>
        <span>{t("attempts", { count: attempts })}</span>
        <span>
          {t("code")} <bdi dir="ltr">{code}</bdi>
        </span>
      </p>
    </div>
  );
}

const kinds = [
  "hold",
  "confirmed",
  "cancelled",
  "cancelled_by_office",
  "moved",
  "reminder_72",
  "reminder_24",
  "offer",
  "waitlist_joined",
  "waitlist_paused",
  "draw_entry",
  "draw_won",
  "draw_lost",
  "mail_proof",
] as const;

const kindOf = ({ kind }: FailedMessage) => kinds.find((known) => known === kind) ?? "other";
