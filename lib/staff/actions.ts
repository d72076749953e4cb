"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { isLocale, routing } from "@/lib/i18n/routing";
import { resendMessage } from "@/lib/notifications/commands";
import type { ResendState } from "@/lib/notifications/types";
import { planSlots, publishWeek, withdrawWeek } from "@/lib/schedule/commands";
import type { WeekFailure } from "@/lib/schedule/types";
import { signIn, signOut } from "./commands";
import { currentStaff } from "./queries";
import type { SignInState, WeekActionState } from "./types";

const text = (form: FormData, name: string) => String(form.get(name) ?? "").slice(0, 500);
const localeOf = (form: FormData) => {
  const locale = text(form, "locale");
  return isLocale(locale) ? locale : routing.defaultLocale;
};

export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const email = text(form, "email").trim();
  const password = text(form, "password");
  if (!email || !password) return { email, failure: "required" };
  const result = await signIn(email, password);
  if (!result.ok) return { email, failure: result.reason };
  redirect(`/${localeOf(form)}/staff`);
}

export async function signOutAction(_previous: null, form: FormData): Promise<null> {
  await signOut();
  redirect(`/${localeOf(form)}/staff/sign-in`);
}

/** Plans, publishes or withdraws a week of the clerk's own office. */
export async function weekAction(_previous: WeekActionState, form: FormData): Promise<WeekActionState> {
  const staff = await currentStaff();
  if (!staff) redirect(`/${localeOf(form)}/staff/sign-in`);
  // The office is the clerk's, whatever the form says.
  const address = { office: staff.office, department: text(form, "department"), week: text(form, "week") };
  switch (text(form, "do")) {
    case "plan":
      return outcome("planned", await planSlots(address, staff.email));
    case "publish":
      return outcome("published", await publishWeek(address, staff.email));
    case "publish_draw":
      return outcome("announced", await publishWeek(address, staff.email, "draw"));
    case "withdraw":
      return outcome("withdrawn", await withdrawWeek(address, staff.email));
    default:
      return { failure: "unknown_week" };
  }
}

function outcome(
  done: NonNullable<WeekActionState["done"]>,
  result: { ok: true } | { ok: false; reason: WeekFailure },
): WeekActionState {
  // After a refusal, too: somebody else may have changed the week since the page was made.
  refresh();
  return result.ok ? { done } : { failure: result.reason };
}

/** Sends a mail of the clerk's own office that was given up again. */
export async function resendAction(_previous: ResendState, form: FormData): Promise<ResendState> {
  const staff = await currentStaff();
  if (!staff) redirect(`/${localeOf(form)}/staff/sign-in`);
  const result = await resendMessage(text(form, "message"), staff.office, staff.email);
  refresh();
  return result.ok ? { done: true } : { failure: result.reason };
}
