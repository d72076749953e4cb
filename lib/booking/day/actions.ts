"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { isLocale, routing } from "@/lib/i18n/routing";
import { currentStaff } from "@/lib/staff/queries";
import { cancelForOffice, noteAttendance } from "../changes/commands";
import { isAttendance } from "../changes/rules";
import type { CounterState } from "./types";

/** Notes at the counter what became of an appointment of the clerk's own office, or cancels it for the office. */
export async function counterAction(_previous: CounterState, form: FormData): Promise<CounterState> {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 100);
  const staff = await currentStaff();
  if (!staff) {
    const locale = text("locale");
    redirect(`/${isLocale(locale) ? locale : routing.defaultLocale}/staff/sign-in`);
  }
  // The office is the clerk's, whatever the form says.
  const { office, email } = staff;
  const [reference, does] = [text("reference"), text("do")];
  const state = await carryOut();
  // After a refusal, too: somebody else may have changed the appointment since the page was made.
  refresh();
  return state;

  async function carryOut(): Promise<CounterState> {
    if (isAttendance(does)) {
      const noted = await noteAttendance(reference, office, does, email);
      return noted.ok ? { done: does } : { failure: noted.reason };
    }
    if (does !== "cancel") return { failure: "not_found" };
    const cancelled = await cancelForOffice(reference, office, email);
    return cancelled.ok ? { done: "cancelled" } : { failure: cancelled.reason };
  }
}
