"use server";

import { redirect } from "next/navigation";
import { isLocale, routing } from "@/lib/i18n/routing";
import { cancelAppointment } from "./changes/commands";
import { confirmAppointment, holdAppointment } from "./commands";
import { readDetailsForm } from "./form";
import { today } from "./queries";
import type { CancelState, ConfirmState, DetailsState } from "./types";

/** Where a form was sent from: values the page put into it. They decide where to go, never what is allowed. */
function origin(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = text("locale");
  return { text, locale: isLocale(locale) ? locale : routing.defaultLocale };
}

/** Reserves a time. On success to the page that asks to look into the mail; else back to the form, with what was typed. */
export async function holdAction(_previous: DetailsState, form: FormData): Promise<DetailsState> {
  const { text, locale } = origin(form);
  const details = readDetailsForm(form, await today());
  if (!details.ok) return { values: details.values, fields: details.fields };
  const request = {
    ...details.details,
    office: text("office"),
    concern: text("concern"),
    furtherConcerns: form.getAll("furtherConcern").map(String),
    startsAt: text("startsAt"),
    locale,
  };
  const result = await holdAppointment(request, text("requestKey") || undefined);
  if (!result.ok) {
    const alternatives = result.reason === "slot_taken" ? result.alternatives : [];
    return { values: details.values, fields: [], failure: result.reason, alternatives };
  }
  redirect(`/${locale}/offices/${text("office")}/book/sent?hold=${result.holdToken}`);
}

/** Confirms the appointment of a mail's link. Pressed twice it leads to the same page. */
export async function confirmAction(_previous: ConfirmState, form: FormData): Promise<ConfirmState> {
  const { text, locale } = origin(form);
  const result = await confirmAppointment(text("token"));
  if (!result.ok) return { failure: result.reason };
  redirect(`/${locale}/appointments/${result.manageToken}`);
}

/** Cancels an appointment and shows it as cancelled. */
export async function cancelAction(_previous: CancelState, form: FormData): Promise<CancelState> {
  const { text, locale } = origin(form);
  const result = await cancelAppointment(text("token"));
  if (!result.ok) return { failure: result.reason };
  redirect(`/${locale}/appointments/${text("token")}`);
}
