"use server";

import { redirect } from "next/navigation";
import { readDetailsForm } from "@/lib/booking/form";
import { today } from "@/lib/booking/queries";
import { isLocale, routing } from "@/lib/i18n/routing";
import { minutesToWait, tokenRefusal } from "@/lib/platform/rate-limits";
import { changeWaiting, joinForEarlier, joinWaitlist } from "./commands";
import { acceptOffer, declineOffer } from "./offers/commands";
import { wishesSchema } from "./schema";
import type { EarlierState, JoinState, OfferState, StepState, WaitStep } from "./types";

/** Values the page put into its form: they decide where to go, never what is allowed. */
function origin(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = text("locale");
  return { text, locale: isLocale(locale) ? locale : routing.defaultLocale };
}

/** Joins the waiting list, then asks to look into the mail; if that cannot be, back to the form with what was typed. */
export async function joinAction(_previous: JoinState, form: FormData): Promise<JoinState> {
  const { text, locale } = origin(form);
  const all = (name: string) => form.getAll(name).map(String);
  const details = readDetailsForm(form, await today());
  const back = {
    values: details.values,
    chosen: [...all("days"), ...all("parts"), text("reason")].map((name) => name.slice(0, 100)),
  };
  const minutes = await minutesToWait("waiting_list");
  if (minutes) return { ...back, fields: [], failure: "rate_limited", minutes };
  if (!details.ok) return { ...back, fields: details.fields };
  const wishes = wishesSchema.safeParse({ days: all("days"), parts: all("parts") });
  const result = await joinWaitlist({
    ...details.details,
    ...(wishes.success ? wishes.data : {}),
    office: text("office"),
    concern: text("concern"),
    furtherConcerns: all("furtherConcern"),
    reason: text("reason") || undefined,
    locale,
  });
  if (!result.ok) return { ...back, fields: [], failure: result.reason };
  const concern = encodeURIComponent(text("concern"));
  redirect(`/${locale}/offices/${encodeURIComponent(text("office"))}/waitlist?concern=${concern}&joined=1`);
}

/** Waits for an earlier time in place of an appointment. */
export async function earlierAction(_previous: EarlierState, form: FormData): Promise<EarlierState> {
  const { text, locale } = origin(form);
  const refusal = await tokenRefusal();
  if (refusal) return refusal;
  const result = await joinForEarlier(text("token"));
  if (!result.ok) return { failure: result.reason };
  redirect(`/${locale}/waitlist/${result.token}`);
}

const steps: readonly string[] = ["confirm", "pause", "resume", "leave"] satisfies WaitStep[];

/** Confirms, pauses, resumes or leaves, and shows the entry as it is then. */
export async function stepAction(_previous: StepState, form: FormData): Promise<StepState> {
  const { text, locale } = origin(form);
  const refusal = await tokenRefusal();
  if (refusal) return refusal;
  if (!steps.includes(text("step"))) return { failure: "not_found" };
  const result = await changeWaiting(text("token"), text("step") as WaitStep);
  if (!result.ok) return { failure: result.reason };
  redirect(`/${locale}/waitlist/${text("token")}`);
}

/**
 * Takes an offered place and shows the appointment, or lets it go to the next. An offer that could not be answered is
 * over, so the entry is shown as it is then, and why.
 */
export async function offerAction(_previous: OfferState, form: FormData): Promise<OfferState> {
  const { text, locale } = origin(form);
  const refusal = await tokenRefusal();
  if (refusal) return refusal;
  const decline = text("answer") === "decline";
  const result = await (decline ? declineOffer : acceptOffer)(text("token"), text("offer"));
  if (!result.ok && result.reason === "not_found") return { failure: result.reason };
  const entry = `/${locale}/waitlist/${text("token")}`;
  if (!result.ok) redirect(`${entry}?offer=${result.reason}`);
  redirect("manageToken" in result ? `/${locale}/appointments/${result.manageToken}` : entry);
}
