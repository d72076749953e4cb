"use server";

import { redirect } from "next/navigation";
import { isLocale, routing } from "@/lib/i18n/routing";
import { minutesToWait, tokenRefusal } from "@/lib/platform/rate-limits";
import { readDetailsForm } from "../form";
import { today } from "../queries";
import { confirmEntry, enterDraw, withdrawEntry } from "./commands";
import { drawById } from "./queries";
import { readWishes } from "./schema";
import type { EntryChangeState, EntryFormState } from "./types";

function origin(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 200);
  const locale = text("locale");
  return { text, locale: isLocale(locale) ? locale : routing.defaultLocale };
}

/** Enters somebody. On success to the page that asks to look into the mail; else back to the form, with what was typed. */
export async function enterAction(_previous: EntryFormState, form: FormData): Promise<EntryFormState> {
  const { text, locale } = origin(form);
  const day = await today();
  const draw = await drawById(text("draw"));
  const details = readDetailsForm(form, day);
  const wished = readWishes(form, draw?.days ?? [], day);
  const typed = { values: { ...details.values, ...wished.values }, ...wished.wishes };
  const minutes = await minutesToWait("draw");
  if (minutes) return { ...typed, fields: [], failure: "rate_limited", minutes };
  if (!details.ok || wished.problems.length > 0) {
    const fields = details.ok ? [] : details.fields;
    return { ...typed, fields: [...wished.problems, ...fields] };
  }
  const { person, companions, email } = details.details;
  const { wishes, permitExpiresOn } = wished;
  const place = { draw: text("draw"), office: text("office"), concern: text("concern") };
  const furtherConcerns = form.getAll("furtherConcern").slice(0, 20).map(String);
  const visit = { ...place, furtherConcerns, person, companions };
  const result = await enterDraw({ ...visit, email, locale, wishes, permitExpiresOn });
  if (!result.ok) return { ...typed, fields: [], failure: result.reason };
  redirect(`/${locale}/offices/${place.office}/draw/sent?entry=${result.sentToken}`);
}

/** Makes the entry of a mail's link count. Pressed twice it leads to the same page. */
export async function confirmEntryAction(
  _previous: EntryChangeState,
  form: FormData,
): Promise<EntryChangeState> {
  const { text, locale } = origin(form);
  const refusal = await tokenRefusal();
  if (refusal) return refusal;
  const result = await confirmEntry(text("token"));
  if (!result.ok) return { failure: result.reason };
  redirect(`/${locale}/draws/entry/${text("token")}`);
}

/** Takes an entry back and shows it as withdrawn. */
export async function withdrawEntryAction(
  _previous: EntryChangeState,
  form: FormData,
): Promise<EntryChangeState> {
  const { text, locale } = origin(form);
  const refusal = await tokenRefusal();
  if (refusal) return refusal;
  const result = await withdrawEntry(text("token"));
  if (!result.ok) return { failure: result.reason };
  redirect(`/${locale}/draws/entry/${text("token")}`);
}
