import "server-only";
import { proofForMail } from "@/lib/booking/proof/queries";
import { proofMinutes } from "@/lib/booking/proof/rules";
import { isLocale, routing } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { env } from "@/lib/platform/env";
import { writeLetter } from "../mail";
import type { Composer } from "../types";

/** The link that proves a mail address and leads back to the times. Nothing is booked yet, and opening it books nothing. */
export const proofMail: Composer = async ({ subjectId, data }) => {
  const proof = await proofForMail(subjectId);
  if (!proof) return null;
  const locale = isLocale(proof.locale) ? proof.locale : routing.defaultLocale;
  const office = getOffice(proof.office);
  const found = office && findConcern(office, proof.concern);
  if (!office || !found) throw new Error(`no such concern: ${proof.office}/${proof.concern}`);
  const t = translator(locale, "mail");
  const letter = writeLetter({
    to: proof.email,
    locale,
    givenName: "",
    subject: t("mail_proof.subject"),
    lead: () => t("mail_proof.lead", { minutes: proofMinutes }),
    rows: [
      [t("row.office"), office.name[locale]],
      [t("row.concern"), found.concern.name[locale]],
    ],
    action: t("mail_proof.action"),
    link: `${env().PORTAL_URL}/${locale}/offices/${office.slug}/book?${data.query}&proof=${proof.token}`,
    note: t("mail_proof.note"),
  });
  // Nothing exists yet that staff could find it under.
  return { ...letter, office: office.slug, reference: "" };
};
