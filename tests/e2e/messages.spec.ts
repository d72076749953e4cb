import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { freeTime, holdBody, postHold } from "./support/booking";
import { sql } from "./support/database";
import { mailsTo, newestMail } from "./support/mailbox";
import { applicant } from "./support/people";
import { signIn } from "./support/staff";
import { expect, test } from "./support/test";
import { directions, type Language, said } from "./support/words";

/** A booking whose mail counts as refused: the mailbox of the demonstration refuses none. */
async function refusedMail(request: APIRequestContext, language: Language, office = "hagen") {
  const person = applicant(language);
  const startsAt = await freeTime(request, "card-pickup");
  const held = await postHold(request, holdBody(startsAt, person, { locale: language }));
  expect(held.status()).toBe(201);
  const { reference } = await held.json();
  await newestMail(request, person.email);
  await sql(
    `UPDATE message SET sent_at = NULL, failed_at = portal_now(), last_error = '550 5.1.1', office = $2, reference = $3
     WHERE subject_id = (SELECT id FROM appointment WHERE email = $1)`,
    [person.email, office, reference],
  );
  return { email: person.email, reference };
}

async function openMessages(page: Page, language: Language, reference: string): Promise<Locator> {
  await page.locator('main a[href$="/staff/messages"]').click();
  await expect(page.locator("h1")).toHaveText(said(language, "staff.messages.title"));
  const entry = page.locator("main li").filter({ hasText: reference });
  await expect(entry).toContainText(said(language, "staff.messages.kind.hold"));
  await expect(entry).toContainText(said(language, "staff.messages.reason.address"));
  await expect(entry).toContainText("550 5.1.1");
  return entry;
}

async function sendAgain(page: Page, language: Language, entry: Locator): Promise<void> {
  await entry.getByRole("button").click();
  await expect(page.getByRole("status")).toHaveText(said(language, "staff.messages.done"));
  await expect(entry).toHaveCount(0);
}

for (const language of ["ar", "de"] as const) {
  test(`in ${language}, a clerk sees a mail that was refused and sends it again`, async ({
    page,
    request,
  }) => {
    const { email, reference } = await refusedMail(request, language);
    const foreign = await refusedMail(request, language, "elsewhere");
    await signIn(page, language);
    await expect(page.locator("html")).toHaveAttribute("dir", directions[language]);
    const entry = await openMessages(page, language, reference);
    await expect(page.locator("main")).not.toContainText(email);
    await expect(page.locator("main")).not.toContainText(foreign.reference);
    await expectAccessible(page, `undeliverable mails in ${language}`);

    await sendAgain(page, language, entry);
    await expect(page.getByRole("status")).toBeFocused();
    const [again, first] = await mailsTo(request, email, 2);
    expect(again?.headers["message-id"]).toBe(first?.headers["message-id"]);
  });
}

test.describe("without JavaScript, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("a clerk sends a refused mail again", async ({ page, request }) => {
    const { email, reference } = await refusedMail(request, "de");
    await signIn(page, "de");
    await sendAgain(page, "de", await openMessages(page, "de", reference));
    await mailsTo(request, email, 2);
  });
});
