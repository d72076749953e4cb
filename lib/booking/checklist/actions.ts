"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { isLocale, routing } from "@/lib/i18n/routing";
import { tokenRefusal } from "@/lib/platform/rate-limits";
import { shareChecklist } from "./commands";
import type { ShareState } from "./types";

/** Shares what is not ticked off, or takes that back. The form names what it shows and, of that, what is ready. */
export async function shareAction(_previous: ShareState, form: FormData): Promise<ShareState> {
  const locale = String(form.get("locale") ?? "");
  const token = String(form.get("token") ?? "");
  const needed = form.getAll("needed").map(String);
  const ready = form.getAll("ready").map(String);
  const open = needed.filter((document) => !ready.includes(document));
  const refusal = await tokenRefusal();
  if (refusal) return { ...refusal, ready: ready.slice(0, 100).map((document) => document.slice(0, 100)) };
  const result = await shareChecklist(token, form.get("do") === "withdraw" ? null : open);
  if (!result.ok) return { failure: result.reason };
  // With scripts the redirect leads to where the reader is already, which alone would show nothing new.
  refresh();
  redirect(`/${isLocale(locale) ? locale : routing.defaultLocale}/appointments/${token}#documents`);
}
