"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { isLocale, routing } from "@/lib/i18n/routing";
import { currentStaff } from "@/lib/staff/queries";
import { checkNextLinks } from "./commands";
import type { LinkCheckState } from "./types";

/** Looks at the next addresses outside the portal; for whoever is signed in. */
export async function checkLinksAction(_previous: LinkCheckState, form: FormData): Promise<LinkCheckState> {
  const locale = String(form.get("locale") ?? "");
  if (!(await currentStaff()))
    redirect(`/${isLocale(locale) ? locale : routing.defaultLocale}/staff/sign-in`);
  const { done } = await checkNextLinks();
  refresh();
  return { done };
}
