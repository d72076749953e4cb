import { fillDetails, submitButton } from "./support/form";
import { linkIn, newestMail } from "./support/mailbox";
import { applicant } from "./support/people";
import { expect, test } from "./support/test";
import { said } from "./support/words";

test.describe("without JavaScript, on a small phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("somebody joins the waiting list, errors included, pauses, goes on and leaves", async ({
    page,
    request,
  }) => {
    const person = applicant("ar");
    // An office where no other test gives a place back: an offer would come first.
    const address = "/ar/offices/loerrach/waitlist?concern=card-pickup";
    await page.goto(address);
    await fillDetails(page, { ...person, email: "no address" });
    await submitButton(page).click();
    await expect(page.getByRole("alert")).toContainText(said("ar", "booking.problems.email"));
    // The form goes to the page itself with its query, and says so as HTML wants it.
    await expect(page).toHaveURL(address);
    await expect(page.locator("main form")).toHaveAttribute("action", address);
    await expect(page.locator("#familyName")).toHaveValue(person.familyName);
    await page.locator("#email").fill(person.email);
    await submitButton(page).click();
    await expect(page.locator("h1")).toHaveText(said("ar", "waitlist.joined.title"));

    await page.goto(linkIn(await newestMail(request, person.email)));
    for (const [step, state] of [
      ["confirm", "waiting"],
      ["pause", "paused"],
      ["resume", "waiting"],
      ["leave", "left"],
    ]) {
      await page.getByRole("button", { name: said("ar", `waitlist.mine.${step}`), exact: true }).click();
      await expect(page.locator("h1")).toHaveText(said("ar", `waitlist.mine.title.${state}`));
    }
  });
});
