import { readFile } from "node:fs/promises";
import { confirmedAppointment } from "./support/booking";
import { expect, test } from "./support/test";
import { said } from "./support/words";

for (const language of ["ar", "de"] as const) {
  test(`an appointment is taken along, into the calendar and on paper, in ${language}`, async ({
    page,
    request,
  }) => {
    const { manageUrl, reference, startsAt } = await confirmedAppointment(request, language);
    await page.goto(manageUrl);
    const link = (name: string) => page.getByRole("link", { name: said(language, `manage.files.${name}`) });

    const [download] = await Promise.all([page.waitForEvent("download"), link("calendar").click()]);
    expect(download.suggestedFilename()).toBe(`Termin-${reference}.ics`);
    // Long lines are folded (RFC 5545, 3.1).
    const calendar = (await readFile(await download.path(), "utf8")).replaceAll("\r\n ", "");
    expect(calendar).toContain(reference);
    expect(calendar).toContain(
      `DTSTART;TZID=Europe/Berlin:${startsAt.slice(0, 19).replace(/[-:]/g, "")}\r\n`,
    );

    const address = new URL((await link("pdf").getAttribute("href")) ?? "", page.url()).href;
    const confirmation = await request.get(address);
    expect(confirmation.headers()["content-type"]).toBe("application/pdf");
    expect(confirmation.headers()["content-disposition"]).toContain(`Termin-${reference}.pdf`);
    expect((await confirmation.body()).subarray(0, 5).toString()).toBe("%PDF-");

    await page.getByRole("link", { name: said(language, "manage.cancel.open") }).click();
    await page.getByRole("button", { name: said(language, "manage.cancel.button") }).click();
    await expect(link("uncalendar")).toBeVisible();
    await expect(link("pdf")).toHaveCount(0);
    const taken = await request.get((await link("uncalendar").getAttribute("href")) ?? "");
    expect(await taken.text()).toContain("METHOD:CANCEL\r\n");
    expect((await request.get(address)).status()).toBe(404);
  });
}
