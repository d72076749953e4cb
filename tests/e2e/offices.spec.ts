import { dayOf } from "../../lib/i18n/dates";
import { isoWeek } from "../../lib/time/calendar";
import { freeTime, holdBody, postHold } from "./support/booking";
import { sql } from "./support/database";
import { cancel, chooseTime, confirm, reserve } from "./support/journey";
import { newestMail } from "./support/mailbox";
import { applicant } from "./support/people";
import { signIn } from "./support/staff";
import { expect, test } from "./support/test";
import { said } from "./support/words";

test("an office with one department and rules of its own is booked in Arabic", async ({ page, request }) => {
  const person = applicant("ar");
  await chooseTime(page, "ar", { office: "erlangen" });
  const link = await reserve(page, request, "ar", person);
  expect((await newestMail(request, person.email)).text).toContain("إرلنغن");
  await confirm(page, request, "ar", person, link);
  const [row] = await sql<{ office: string; minutes: number; hold: number }>(
    `SELECT office, extract(epoch FROM ends_at - starts_at)::int / 60 AS minutes,
       extract(epoch FROM hold_expires_at - held_at)::int / 60 AS hold FROM appointment WHERE email = $1`,
    [person.email],
  );
  expect(row).toEqual({ office: "erlangen", minutes: 30, hold: 15 });
  await cancel(page, request, "ar", person);
});

test("a guide asks which office, and leads to the concern there", async ({ page }) => {
  await page.goto("/ar/guides/residence-permits");
  const choice = page
    .locator("article details")
    .filter({ hasText: said("ar", "guide.book.choose") })
    .last();
  await expect(choice.getByRole("link").first()).toBeHidden();
  await choice.locator("summary").click();
  await expect(choice.locator('a[href*="/book"]')).toHaveText(["إرلنغن", "هاغن", "لوراخ"]);
  await choice.getByRole("link", { name: "لوراخ", exact: true }).click();
  await expect(page).toHaveURL(/\/ar\/offices\/loerrach\/book\?concern=card-pickup$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(said("ar", "booking.times.title"));
});

test("a clerk sees the weeks and people of one office, also where departments are called alike", async ({
  page,
  request,
}) => {
  const person = applicant("de");
  const startsAt = await freeTime(request, "card-pickup", "erlangen");
  expect((await postHold(request, holdBody(startsAt, person), {}, "erlangen")).status()).toBe(201);
  const timetable = `/de/staff/aufenthalt/${isoWeek(dayOf(startsAt))}`;
  const seen = page.getByText(person.familyName);

  await signIn(page, "de", "clerk@loerrach.example");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ausländerbehörde Lörrach");
  await expect(
    page.locator('main a[href*="/staff/"]:not([href$="/messages"], [href$="/content"])'),
  ).toHaveCount(2);
  await page.goto(timetable);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(seen).toHaveCount(0);
  for (const other of ["auslaenderbehoerde", "reisedokumente"])
    expect((await page.request.get(`/de/staff/${other}`)).status(), other).toBe(404);
  await page.getByRole("button", { name: said("de", "staff.frame.signOut") }).click();
  await expect(page).toHaveURL(/\/de\/staff\/sign-in$/);

  await signIn(page, "de", "clerk@erlangen.example");
  await page.goto(timetable);
  await expect(seen).toHaveCount(1);
});
