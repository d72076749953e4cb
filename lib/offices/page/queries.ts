import "server-only";
import type { Temporal } from "temporal-polyfill";
import { factValue } from "@/lib/guides/facts/queries";
import { telHref } from "@/lib/guides/formats/rules";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { nameOfError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { sharedAnswer } from "@/lib/platform/shared-answers";
import { shellOf } from "@/lib/platform/shells";
import { publicHolidays } from "@/lib/schedule/holidays";
import { berlinDate, mondayOf } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";
import { openState } from "../hours/rules";
import type { OpenState } from "../hours/types";
import { getPlaces } from "../places/queries";
import { findPlaces } from "../places/rules";
import { getOffices } from "../queries";
import { rangesOfSurname } from "../surnames/rules";
import type { Department, Office } from "../types";
import { filledPage, openAnywhere, openHtml, placesHtml, surnameHtml } from "./rules";
import type { Say, Slots } from "./types";

/** For how long an answer may be kept: nobody minds being told a minute late that an office has opened. */
export const officeSeconds = 60;

type Asked = { locale: Locale; origin: string; refused: boolean };

/** The list of offices with what is open now and, when a place was asked for, the office responsible for it. */
export async function officesPage({ locale, origin, refused }: Asked, place: string): Promise<string> {
  const offices = getOffices();
  const at = await currentTime();
  const opened = (office: Office) =>
    at
      ? openHtml(
          openAnywhere(office.departments.map((each) => visits(office, each, at))),
          "openNow",
          locale,
          words(locale),
        )
      : "";
  const slots: Slots = Object.fromEntries(offices.map((office) => [`open-${office.slug}`, opened(office)]));
  const say = words(locale);
  if (refused) slots["place-answer"] = `<p>${say("busy")}</p>`;
  else if (place)
    slots["place-answer"] = placesHtml(findPlaces(getPlaces(), place), place, offices, locale, say, opened);
  return filledPage(await shellOf(`/${locale}/offices`, origin), slots, { field: "place", value: place });
}

/** The page of an office with what is open now and, when a family name was asked for, its telephone. */
export async function officePage(
  { locale, origin, refused }: Asked,
  office: Office,
  surname: string,
): Promise<string> {
  const at = await currentTime();
  const slots: Slots = {};
  if (at) {
    for (const department of office.departments)
      slots[`open-${department.slug}`] = openHtml(
        visits(office, department, at),
        "openNow",
        locale,
        words(locale),
      );
    slots["phone-now"] = openHtml(calls(office, at), "phoneNow", locale, words(locale));
  }
  const { lines } = office.contact;
  const say: Say = (key, values) => words(locale)(`surname.${key}`, values);
  if (refused) slots["surname-answer"] = `<p>${words(locale)("busy")}</p>`;
  else if (surname && lines) {
    const numbers = lines.map(({ from, to, phone }) => {
      const number = String(factValue(phone));
      return { from, to, number, href: telHref(number) };
    });
    slots["surname-answer"] = surnameHtml(rangesOfSurname(numbers, surname), say);
  }
  return filledPage(await shellOf(`/${locale}/offices/${office.slug}`, origin), slots, {
    field: "surname",
    value: surname,
  });
}

/** Without the database nobody knows the time, but everything else on the page is worth reading. */
async function currentTime(): Promise<Temporal.Instant | null> {
  try {
    return await sharedAnswer("offices: now", 5_000, now);
  } catch (error) {
    log.warn({ error: nameOfError(error) }, "the pages of offices do not say what is open");
    return null;
  }
}

function words(locale: Locale): Say {
  const t = translator(locale, "finder");
  return (key, values) => t(key as Parameters<typeof t>[0], values as never);
}

const holidays = (office: Office) => (date: Temporal.PlainDate) =>
  publicHolidays(office.region, mondayOf(date)).has(date.toString());

/** When a department gives appointments. */
const visits = (office: Office, department: Department, at: Temporal.Instant): OpenState =>
  openState(department.openingHours, department.closures, holidays(office), at);

/** When somebody answers the telephone. */
function calls(office: Office, at: Temporal.Instant): OpenState {
  const days: Record<string, string[]> = {};
  for (const each of office.contact.phoneHours ?? [])
    for (const day of each.days) {
      const hours = String(factValue(each.hours, berlinDate(at).toString())).replace("–", "-");
      days[day] = [...(days[day] ?? []), hours];
    }
  return openState([{ validFrom: "2000-01-01", days }], [], holidays(office), at);
}
