import { randomInt } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { sql } from "./database";
import { clerk } from "./staff";
import { type Language, said } from "./words";

export const department = "auslaenderbehoerde";

/** Puts an appointment at another time, at a counter of its own; gives its day in Berlin. */
export async function moveTo(reference: string, fromNow: string): Promise<string> {
  const [row] = await sql<{ day: string }>(
    `UPDATE appointment SET starts_at = portal_now() + $2::interval, ends_at = portal_now() + $2::interval + interval '15 min', counter = $3
     WHERE reference = $1 RETURNING to_char(starts_at AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD') AS day`,
    [reference, fromNow, randomInt(100, 30_000)],
  );
  if (!row) throw new Error(`no appointment ${reference}`);
  return row.day;
}

export const notes = (reference: string) =>
  sql<{ kind: string; actor: string }>(
    `SELECT e.kind, e.actor FROM appointment_event e JOIN appointment a ON a.id = e.appointment_id
     WHERE a.reference = $1 AND e.actor <> 'applicant' ORDER BY e.id`,
    [reference],
  );

export const cardOf = (page: Page, reference: string): Locator => page.locator(`[id="${reference}"]`);
export const button = (card: Locator, language: Language, key: string) =>
  card.getByRole("button", { name: new RegExp(`^${said(language, `staff.counter.${key}`)}`) });
export const expectState = (card: Locator, language: Language, state: string) =>
  expect(
    card.locator("p").getByText(said(language, `staff.counter.state.${state}`), { exact: true }),
  ).toBeVisible();

/** The clerk's whole day: from the list to somebody who came, was served, and whose note is taken back. */
export async function noteEverything(
  page: Page,
  language: Language,
  reference: string,
  day: string,
): Promise<void> {
  await page.goto(`/${language}/staff/${department}`);
  await page.getByRole("link", { name: said(language, "staff.weeks.today"), exact: true }).click();
  await expect(page).toHaveURL(/\/day\/\d{4}-\d\d-\d\d$/);
  await page.goto(`/${language}/staff/${department}/day/${day}`);
  const card = cardOf(page, reference);
  await expectState(card, language, "confirmed");
  for (const [does, state] of [
    ["checked_in", "checked_in"],
    ["served", "served"],
    ["confirmed", "confirmed"],
    ["missed", "missed"],
  ] as const) {
    await button(card, language, `do.${does}`).click();
    await expect(card.getByRole("status")).toHaveText(said(language, `staff.counter.done.${does}`));
    await expectState(card, language, state);
  }
  expect(await notes(reference)).toEqual(
    ["checked_in", "served", "note_withdrawn", "missed"].map((kind) => ({ kind, actor: clerk })),
  );
  await card.getByText(said(language, "staff.counter.history.title")).click();
  await expect(
    card
      .getByRole("listitem")
      .filter({ hasText: said(language, "staff.counter.history.kind.note_withdrawn") }),
  ).toContainText(clerk);
}

export async function search(page: Page, language: Language, text: string): Promise<void> {
  await page.locator("#q").fill(text);
  const submit = { name: said(language, "staff.counter.search.submit") };
  await page.getByRole("main").getByRole("button", submit).click();
}

/** Cancels for the office: asked twice; the place is closed, and the applicant gets the mail. */
export async function cancelForOffice(page: Page, language: Language, reference: string): Promise<void> {
  const card = cardOf(page, reference);
  await expect(button(card, language, "cancel.yes")).toBeHidden();
  await card.getByText(said(language, "staff.counter.cancel.open")).click();
  await button(card, language, "cancel.yes").click();
  await expect(card.getByRole("status")).toHaveText(said(language, "staff.counter.done.cancelled"));
  await expectState(card, language, "cancelled");
  expect(await notes(reference)).toEqual([{ kind: "cancelled_by_office", actor: clerk }]);
}
