"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { usePageAddress } from "@/components/ui/page-address";
import { TextInput } from "@/components/ui/text-input";
import type { Locale } from "@/lib/i18n/routing";
import { signInAction } from "@/lib/staff/actions";
import type { SignInState } from "@/lib/staff/types";

/** Mail and password. The mail stays after a refusal; a password is never sent back. */
export function SignInForm({ locale }: { locale: Locale }) {
  const t = useTranslations("staff.signIn");
  const [state, action, pending] = useActionState<SignInState, FormData>(
    signInAction,
    { email: "" },
    usePageAddress(),
  );
  const missing = state.failure === "required";
  const emailError = missing && !state.email ? t("failure.email") : undefined;
  const passwordError = missing ? t("failure.password") : undefined;
  return (
    <form action={action} noValidate className="grid gap-6">
      <Failure state={state} />
      <input type="hidden" name="locale" value={locale} />
      <Field id="email" label={t("email")} error={emailError}>
        <TextInput
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          dir="ltr"
          required
          defaultValue={state.email}
          invalid={emailError !== undefined}
        />
      </Field>
      <Field id="password" label={t("password")} error={passwordError}>
        <TextInput
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          dir="ltr"
          required
          invalid={passwordError !== undefined}
        />
      </Field>
      <Button type="submit" disabled={pending}>
        {pending ? t("pending") : t("submit")}
      </Button>
      <p className="text-sm text-soft">{t("accounts")}</p>
    </form>
  );
}

/** Why nobody was signed in; it takes the focus and leads to the fields. */
function Failure({ state }: { state: SignInState }) {
  const t = useTranslations("staff.signIn.failure");
  if (!state.failure) return null;
  if (state.failure !== "required")
    return <ErrorSummary title={t(state.failure)} errors={[]} token={state} />;
  const fields = [
    ...(state.email ? [] : [{ fieldId: "email", message: t("email") }]),
    { fieldId: "password", message: t("password") },
  ];
  return <ErrorSummary title={t("summary")} errors={fields} token={state} />;
}
