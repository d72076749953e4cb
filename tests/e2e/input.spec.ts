import { overflow } from "./support/axe";
import { confirmedAppointment, freeTime, holdBody, postHold } from "./support/booking";
import { sql, storedAppointment } from "./support/database";
import { applicant } from "./support/people";
import { problemOf } from "./support/problem";
import { expect, test } from "./support/test";
import { languages, said } from "./support/words";

test("wrong fields are named by pointer, in the language of Accept-Language", async ({ request }) => {
  const startsAt = await freeTime(request, "card-pickup");
  for (const language of languages) {
    const person = { givenName: "", familyName: "x7", birthDate: "1990-02-31", email: "nobody" };
    const body = { ...holdBody(startsAt, person), surprise: 1, "a/b~c": 2, phone: "call me" };
    const response = await postHold(request, body, { "Accept-Language": language });
    const { detail, errors } = await problemOf(response, 422, "invalid");
    expect(response.headers()["content-language"]).toBe(language);
    expect(detail).toBe(said(language, "problems.invalid.detail"));
    const expected = {
      "/person/givenName": "required",
      "/person/familyName": "name_characters",
      "/person/birthDate": "birth_date",
      "/email": "email",
      "/phone": "phone",
      "/surprise": "unknown_field",
      "/a~1b~0c": "unknown_field",
    };
    const order = (list: { pointer: string }[]) => list.sort((a, b) => (a.pointer < b.pointer ? -1 : 1));
    expect(order(errors)).toEqual(
      order(
        Object.entries(expected).map(([pointer, code]) => ({
          pointer,
          code,
          detail: said(language, `booking.problems.${code}`),
        })),
      ),
    );
  }
});

const attacks = {
  SQL: "x'); DROP TABLE appointment; --",
  HTML: '<img src=x onerror="alert(1)">',
  "a turned direction": "\u202Egnp.exe",
  "a hidden direction mark": "Anna\u200F",
  "a null character": "Anna\u0000",
};

for (const [kind, text] of Object.entries(attacks)) {
  test(`${kind} is refused in every field, and nothing is stored`, async ({ request }) => {
    const startsAt = await freeTime(request, "card-pickup");
    const person = applicant();
    const good = holdBody(startsAt, person);
    const bodies: Record<string, unknown> = {
      "/person/givenName": { ...good, person: { ...good.person, givenName: text } },
      "/person/familyName": { ...good, person: { ...good.person, familyName: text } },
      "/person/birthDate": { ...good, person: { ...good.person, birthDate: text } },
      "/email": { ...good, email: `${text}@${person.email}` },
      "/phone": { ...good, phone: text },
      "/caseNumber": { ...good, caseNumber: text },
      "/locale": { ...good, locale: text },
      "/concern": { ...good, concern: text },
    };
    for (const [pointer, body] of Object.entries(bodies)) {
      const response = await postHold(request, body);
      const answer = await response.json();
      expect(response.status(), pointer).toBe(422);
      expect(answer.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    }
    expect((await postHold(request, { ...good, startsAt: text })).status()).toBe(422);
    expect(await storedAppointment(person.email)).toBeUndefined();
    const stored = await sql("SELECT FROM appointment WHERE email LIKE $1", [`%${person.email}`]);
    expect(stored).toHaveLength(0);
  });
}

// One letter each, and words that make up 200 characters with a space between them.
const scripts = {
  Arabic: "محمد",
  Latin: "Zoë",
  Cyrillic: "Оксана",
  Ethiopic: "ሰላም",
  Devanagari: "अर्जुन",
  Chinese: "王小明",
  Georgian: "ნინო",
  Kurdish: "ڕۆژین",
};

const filled = (word: string, length: number) => {
  const text = `${word} `.repeat(length).slice(0, length);
  return text.endsWith(" ") ? `${text.slice(0, -1)}${word.slice(0, 1)}` : text;
};

for (const [script, word] of Object.entries(scripts)) {
  test(`names of 1 and of 200 characters in ${script} letters are taken and shown as they are`, async ({
    page,
    request,
  }) => {
    const { familyName } = applicant("ar");
    const givenName = word.slice(0, 1);
    const long = `${familyName} ${filled(word, 199 - familyName.length)}`.normalize("NFC");
    expect(long).toHaveLength(200);
    const language = script === "Arabic" || script === "Kurdish" ? "ar" : "de";
    const person = applicant(language, { givenName, familyName: long });
    const { manageUrl } = await confirmedAppointment(request, language, person);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(manageUrl);
    await expect(page.locator("dd bdi").filter({ hasText: familyName })).toHaveText(`${givenName} ${long}`);
    expect(await overflow(page)).toBe(0);
  });
}

test("a name of 200 letters without a space stays on the page, one of 201 is refused", async ({
  page,
  request,
}) => {
  const person = applicant("de");
  const long = person.familyName.padEnd(200, "m");
  const { manageUrl } = await confirmedAppointment(request, "de", { ...person, familyName: long });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(manageUrl);
  await expect(page.locator("dd bdi").filter({ hasText: long })).toBeVisible();
  expect(await overflow(page)).toBe(0);
  const body = holdBody(await freeTime(request, "card-pickup"), { ...applicant(), familyName: `${long}m` });
  expect((await postHold(request, body)).status()).toBe(422);
});

test("a body of 33 kB is too large, and one that is no JSON is refused", async ({ request }) => {
  const send = (data: string) =>
    request.post("/api/v1/offices/hagen/appointments", {
      data: Buffer.from(data),
      headers: { "Content-Type": "application/json" },
    });
  const large = await send(JSON.stringify({ challenge: "x".repeat(33 * 1024) }));
  expect(large.status()).toBe(413);
  expect(await large.json()).toMatchObject({ status: 413, code: "too_large" });
  for (const broken of ['{"concern":', "", "\u0000", "{'concern': 1}"]) {
    const response = await send(broken);
    expect(response.status(), broken).toBe(400);
    expect(response.headers()["content-type"]).toContain("application/problem+json");
    expect((await response.json()).code).toBe("invalid_json");
  }
  for (const odd of ["null", "[]", "7", '"x"', '{"person":null}'])
    expect((await send(odd)).status(), odd).toBe(422);
});
