"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { isLocale, routing } from "@/lib/i18n/routing";
import { tokenRefusal } from "@/lib/platform/rate-limits";
import { offerPlacesOf } from "@/lib/waitlist/offers/commands";
import { announceComing, extendHold, moveAppointment, releaseAppointment } from "./commands";
import type { AnswerState, ExtendState, MoveState } from "./types";

/** Values the page put into its form: they decide where to go, never what is allowed. */
function origin(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = text("locale");
  return { text, locale: isLocale(locale) ? locale : routing.defaultLocale };
}

/** Moves an appointment and shows it at its new time; if that is taken, the old one stays and others are offered. */
export async function moveAction(previous: MoveState, form: FormData): Promise<MoveState> {
  const { text, locale } = origin(form);
  const refusal = await tokenRefusal();
  if (refusal)
    return { ...refusal, alternatives: previous.alternatives ?? [], chosen: text("startsAt").slice(0, 100) };
  const result = await moveAppointment(text("token"), text("startsAt"));
  if (!result.ok) {
    return {
      failure: result.reason,
      alternatives: result.reason === "slot_taken" ? result.alternatives : [],
    };
  }
  after(() => offerPlacesOf(result.id));
  redirect(`/${locale}/appointments/${text("token")}`);
}

/** Gives a hold more time and shows the page again with the new end. */
export async function extendAction(_previous: ExtendState, form: FormData): Promise<ExtendState> {
  const { text, locale } = origin(form);
  const refusal = await tokenRefusal();
  if (refusal) return refusal;
  const result = await extendHold(text("token"));
  if (!result.ok) return { failure: result.reason };
  redirect(`/${locale}/offices/${encodeURIComponent(text("office"))}/book/sent?hold=${text("token")}`);
}

/** The answer to a reminder: *I will come*, or the place is given back. */
export async function answerAction(_previous: AnswerState, form: FormData): Promise<AnswerState> {
  const { text, locale } = origin(form);
  const refusal = await tokenRefusal();
  if (refusal) return refusal;
  if (text("answer") === "coming") {
    const said = await announceComing(text("token"));
    if (!said.ok) return { failure: "too_late" };
  } else if (text("answer") === "release") {
    const result = await releaseAppointment(text("token"));
    if (!result.ok) return { failure: result.reason };
    after(() => offerPlacesOf(result.id));
  }
  redirect(`/${locale}/appointments/${text("token")}`);
}
