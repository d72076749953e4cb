"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/routing";
import type { WeekSummary } from "@/lib/schedule/types";
import { weekAction } from "@/lib/staff/actions";
import type { WeekActionState } from "@/lib/staff/types";
import { Outcome } from "./outcome";

type Props = {
  locale: Locale;
  department: string;
  week: Pick<WeekSummary, "week" | "state" | "over" | "drawClosesAt">;
  /** The days in words: what a button is about, for those who hear it out of its place. */
  range: string;
  /** Where a form sent without scripts comes back to; one address for each form. */
  returnTo: string;
};

/** Plan, publish, withdraw: what can be done with a week in its state. */
export function WeekActions({ locale, department, week, range, returnTo }: Props) {
  const t = useTranslations("staff.do");
  const words = useTranslations("staff");
  const [state, action, pending] = useActionState<WeekActionState, FormData>(weekAction, {}, returnTo);
  const button = (
    does: "plan" | "publish" | "publish_draw" | "withdraw",
    label: string,
    variant: "primary" | "quiet" | "danger",
  ) => (
    <Button type="submit" name="do" value={does} variant={variant} disabled={pending}>
      {pending ? t("pending") : label}
      <span className="sr-only">: {range}</span>
    </Button>
  );
  return (
    <form action={action} className="grid gap-3">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="department" value={department} />
      <input type="hidden" name="week" value={week.week} />
      <Outcome
        {...(state.done ? { done: words(`done.${state.done}`) } : {})}
        {...(state.failure ? { failure: words(`failure.${state.failure}`) } : {})}
        token={state}
      />
      {week.over ? null : (
        <div className="flex flex-wrap gap-3">
          {week.state === "draft" ? button("publish", t("publish"), "primary") : null}
          {week.state === "none" ? button("plan", t("plan"), "primary") : null}
          {week.state === "draft" || week.state === "withdrawn" ? button("plan", t("replan"), "quiet") : null}
          {week.state === "draft" && week.drawClosesAt ? (
            <Asked
              label={t("publishDraw")}
              range={range}
              text={t("publishDrawAsk", { time: week.drawClosesAt })}
            >
              {button("publish_draw", t("publishDrawYes"), "primary")}
            </Asked>
          ) : null}
          {week.state === "published" ? (
            <Asked label={t("withdraw")} range={range} text={t("withdrawAsk")}>
              {button("withdraw", t("withdrawYes"), "danger")}
            </Asked>
          ) : null}
        </div>
      )}
    </form>
  );
}

/** A step that is explained before it is taken. */
function Asked(props: { label: string; range: string; text: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center rounded-control border-2 border-teal px-5 py-2 font-bold text-teal group-open:border-dashed [&::-webkit-details-marker]:hidden">
        {props.label}
        <span className="sr-only">: {props.range}</span>
      </summary>
      <div className="mt-3 grid max-w-[28rem] justify-items-start gap-3">
        <p>{props.text}</p>
        {props.children}
      </div>
    </details>
  );
}
