"use server";

import { isLocale, routing } from "@/lib/i18n/routing";
import { minutesToWait } from "@/lib/platform/rate-limits";
import { contactFormSchema, type FieldProblem } from "../schema";
import { requestProof } from "./commands";
import type { ProofState } from "./types";

const formSchema = contactFormSchema.pick({ email: true });

/** Sends the mail whose link leads back to the times of the visit that the form names. */
export async function requestProofAction(_previous: ProofState, form: FormData): Promise<ProofState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const email = text("email").slice(0, 1000);
  const minutes = await minutesToWait("mail_first");
  if (minutes) return { email, failure: "rate_limited", minutes };
  const parsed = formSchema.safeParse({ email });
  if (!parsed.success) return { email, field: parsed.error.issues[0]?.message as FieldProblem };
  const locale = text("locale");
  const result = await requestProof({
    email: parsed.data.email,
    locale: isLocale(locale) ? locale : routing.defaultLocale,
    office: text("office"),
    concern: text("concern"),
    also: form.getAll("furtherConcern").map(String),
    persons: text("persons"),
    date: text("date") || text("startsAt").slice(0, 10),
  });
  return result.ok ? { email: parsed.data.email, sent: true } : { email, failure: result.reason };
}
