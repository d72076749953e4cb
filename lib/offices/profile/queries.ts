import "server-only";
import type { Temporal } from "temporal-polyfill";
import { getDocuments } from "@/lib/guides/documents/queries";
import { factValue } from "@/lib/guides/facts/queries";
import type { Locale } from "@/lib/i18n/routing";
import { nextRelease } from "@/lib/schedule/rules";
import { berlinDate, rfc3339 } from "@/lib/time/calendar";
import type { Department, Office } from "../types";
import type { OfficeAnswer } from "./schema";

/** An office as `GET /api/v1/offices/{office}` tells it, in one language. The departments' policies may differ; the first stands for the office. */
export function officeProfile(office: Office, locale: Locale, now: Temporal.Instant): OfficeAnswer {
  const today = berlinDate(now).toString();
  const [first] = office.departments;
  if (!first) throw new Error(`${office.slug} has no department`);
  return {
    slug: office.slug,
    name: office.name[locale],
    nextRelease: rfc3339(nextRelease(first.policy, now).at),
    policy: first.policy,
    contact: {
      ...contactProfile(office.contact, today),
      payment: office.contact.payment?.[locale] ?? null,
    },
    departments: office.departments.map((department) => departmentProfile(department, locale, today)),
  };
}

function contactProfile({ hotline, lines, phoneHours, address, website }: Office["contact"], today: string) {
  const text = (fact: string) => String(factValue(fact, today));
  return {
    phone: hotline === undefined ? null : text(hotline),
    lines: lines?.map(({ from, to, phone }) => ({ from, to, phone: text(phone) })) ?? [],
    phoneHours: phoneHours?.map(({ days, hours }) => ({ days, hours: text(hours) })) ?? [],
    address: address === undefined ? null : text(address),
    website: text(website),
  };
}

function departmentProfile(department: Department, locale: Locale, today: string) {
  const openingHours = department.openingHours.filter(
    (hours) => hours.validFrom <= today && (hours.validTo === undefined || today <= hours.validTo),
  );
  return {
    slug: department.slug,
    name: department.name[locale],
    openingHours: openingHours.at(-1)?.days ?? {},
    policy: department.policy,
    visit: department.visit,
    waitlistReasons: department.waitlist.reasons.map((reason) => ({
      slug: reason.slug,
      name: reason.name[locale],
    })),
    concerns: department.concerns.map((concern) => ({
      slug: concern.slug,
      name: concern.name[locale],
      minutes: concern.units * department.slotMinutes,
      documents: getDocuments(concern.documents).map((document) => ({
        id: document.id,
        name: document.name[locale],
      })),
      guide: concern.guide,
    })),
  };
}
