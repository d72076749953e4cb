"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { isLocale, routing } from "@/lib/i18n/routing";
import { minutesToWait, tokenRefusal } from "@/lib/platform/rate-limits";
import { offerPlacesOf } from "@/lib/waitlist/offers/commands";
import { holdWithPass } from "./challenge/commands";
import { cancelAppointment } from "./changes/commands";
import { confirmAppointment } from "./commands";
import { readDetailsForm } from "./form";
import { requestProofAction } from "./proof/actions";
import { bookWithProof } from "./proof/commands";
import { today } from "./queries";
import type { CancelState, ConfirmState, DetailsState } from "./types";

/** Where a form was sent from: values the page put into it. They decide where to go, never what is allowed. */
function origin(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = text("locale");
  return { text, locale: isLocale(locale) ? locale : routing.defaultLocale };
}

/**
 * Reserves a time. On success to the page that asks to look into the mail, or, where the mail is proven already, to the
 * booked appointment; else back to the form, with what was typed.
 */
export async function holdAction(_previous: DetailsState, form: FormData): Promise<DetailsState> {
  const { text, locale } = origin(form);
  if (text("way") === "mail") return mailInstead(form);
  const minutes = await minutesToWait("hold");
  const details = readDetailsForm(form, await today());
  if (minutes) return { values: details.values, fields: [], failure: "rate_limited", minutes };
  if (!details.ok) return { values: details.values, fields: details.fields };
  const request = {
    ...details.details,
    office: text("office"),
    concern: text("concern"),
    furtherConcerns: form.getAll("furtherConcern").map(String),
    startsAt: text("startsAt"),
    locale,
  };
  const key = text("requestKey") || undefined;
  const proof = text("proof");
  const result = proof
    ? await bookWithProof(request, proof, key)
    : await holdWithPass(request, { challenge: text("challenge") }, key);
  if (!result.ok) {
    const alternatives = result.reason === "slot_taken" ? result.alternatives : [];
    const failure = proof && result.reason === "challenge_failed" ? "proof_failed" : result.reason;
    return { values: details.values, fields: [], failure, alternatives };
  }
  if ("manageToken" in result) redirect(`/${locale}/appointments/${result.manageToken}`);
  redirect(`/${locale}/offices/${text("office")}/book/sent?hold=${result.holdToken}`);
}

/** The details form whose sender would rather get a link by mail. What was typed stays. */
async function mailInstead(form: FormData): Promise<DetailsState> {
  const { values } = readDetailsForm(form, await today());
  const asked = await requestProofAction({ email: "" }, form);
  if (asked.sent) return { values, fields: [], mailed: asked.email };
  if (asked.field) return { values, fields: [{ field: "email", problem: asked.field }] };
  const failure = asked.failure === "limit_mail" ? "limit_proof" : asked.failure;
  return {
    values,
    fields: [],
    ...(failure ? { failure } : {}),
    ...(asked.minutes ? { minutes: asked.minutes } : {}),
  };
}

/** Confirms the appointment of a mail's link. Pressed twice it leads to the same page. */
export async function confirmAction(_previous: ConfirmState, form: FormData): Promise<ConfirmState> {
  const { text, locale } = origin(form);
  const minutes = await minutesToWait("confirm");
  if (minutes) return { failure: "rate_limited", minutes };
  const result = await confirmAppointment(text("token"));
  if (!result.ok) return { failure: result.reason };
  redirect(`/${locale}/appointments/${result.manageToken}`);
}

/** Cancels an appointment and shows it as cancelled. */
export async function cancelAction(_previous: CancelState, form: FormData): Promise<CancelState> {
  const { text, locale } = origin(form);
  const refusal = await tokenRefusal();
  if (refusal) return refusal;
  const result = await cancelAppointment(text("token"));
  if (!result.ok) return { failure: result.reason };
  after(() => offerPlacesOf(result.id));
  redirect(`/${locale}/appointments/${text("token")}`);
}
