"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { isLocale, routing } from "@/lib/i18n/routing";
import { shareChecklist } from "./commands";
import type { ShareState } from "./types";

/** Shares what is not ticked off, or takes that back. The form names what it shows and, of that, what is ready. */
export async function shareAction(_previous: ShareState, form: FormData): Promise<ShareState> {
  const locale = String(form.get("locale") ?? "");
  const token = String(form.get("token") ?? "");
  const ready = new Set(form.getAll("ready").map(String));
  const open = form
    .getAll("needed")
    .map(String)
    .filter((document) => !ready.has(document));
  const result = await shareChecklist(token, form.get("do") === "withdraw" ? null : open);
  if (!result.ok) return { failure: result.reason };
  // With scripts the redirect leads to where the reader is already, which alone would show nothing new.
  refresh();
  redirect(`/${isLocale(locale) ? locale : routing.defaultLocale}/appointments/${token}#documents`);
}
