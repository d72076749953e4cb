"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { checkLinksAction } from "@/lib/guides/outside/actions";
import type { LinkCheckState } from "@/lib/guides/outside/types";
import type { Locale } from "@/lib/i18n/routing";
import { Outcome } from "./outcome";

/** The button that looks at the next addresses. It takes some seconds, and says so. */
export function LinkCheckForm({ locale }: { locale: Locale }) {
  const t = useTranslations("staff.content.outside");
  const [state, action, pending] = useActionState<LinkCheckState, FormData>(
    checkLinksAction,
    {},
    `/${locale}/staff/content#outside`,
  );
  return (
    <form action={action} className="mt-4 grid justify-items-start gap-3">
      <input type="hidden" name="locale" value={locale} />
      <Outcome
        {...(state.done === undefined ? {} : { done: t("done", { count: state.done }) })}
        token={state}
      />
      <Button type="submit" variant="quiet" disabled={pending}>
        {pending ? t("pending") : t("check")}
      </Button>
      <p className="text-sm text-soft">{t("hint")}</p>
    </form>
  );
}
