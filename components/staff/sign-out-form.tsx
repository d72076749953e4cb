"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { usePageAddress } from "@/components/ui/page-address";
import { signOutAction } from "@/lib/staff/actions";

type Props = {
  locale: string;
  /** Who is signed in. */
  children: ReactNode;
};

/** The button that signs out, beside who is signed in. */
export function SignOutForm({ locale, children }: Props) {
  const t = useTranslations("staff.frame");
  const [, action] = useActionState<null, FormData>(signOutAction, null, usePageAddress());
  return (
    <form action={action} className="ms-auto flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="locale" value={locale} />
      {children}
      <Button type="submit" variant="quiet">
        {t("signOut")}
      </Button>
    </form>
  );
}
