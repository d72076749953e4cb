import { afterAll, beforeAll, expect, it } from "vitest";
import { factsAnswer } from "@/lib/guides/answers/queries";
import { locales } from "@/lib/i18n/routing";
import { createDatabase, setClock } from "../support/database";
import { answerOf } from "../support/routes";

// What the API tells of guides, services and facts. Every answer is held against the OpenAPI document.

let drop: () => Promise<void>;

beforeAll(async () => {
  ({ drop } = await createDatabase());
});
afterAll(() => drop());

const slugs = async () =>
  (await answerOf("GET /api/v1/guides")).body.guides.map(({ slug }: { slug: string }) => slug);

it("every guide is listed, and told in every language", async () => {
  const all: string[] = await slugs();
  for (const slug of ["residence-permits", "family-reunification", "health-insurance", "blue-passport"])
    expect(all).toContain(slug);
  for (const slug of all)
    for (const locale of locales) {
      const { body, headers } = await answerOf(
        "GET /api/v1/guides/{slug}",
        { slug },
        { query: `?locale=${locale}` },
      );
      expect(headers.get("content-language")).toBe(locale);
      expect(body).toMatchObject({ slug, locale, url: expect.stringContaining(`/${locale}/guides/${slug}`) });
      expect(body.translation === null).toBe(locale === "de");
      expect(new URL(body.url).pathname).toBe(`/${locale}/guides/${slug}`);
    }
});

it("a guide comes in the reader's language, or the one that was asked for", async () => {
  const headers = { "Accept-Language": "de" };
  const show = (query = "") =>
    answerOf("GET /api/v1/guides/{slug}", { slug: "blue-passport" }, { query, headers });
  expect((await show()).body.locale).toBe("de");
  expect((await show("?locale=ar")).body.title).toMatch(/\p{Script=Arabic}/u);
  expect((await show("?locale=fr")).body).toMatchObject({ errors: [{ pointer: "/locale", code: "locale" }] });
  expect((await answerOf("GET /api/v1/guides/{slug}", { slug: "nothing" })).body.code).toBe("not_found");
});

it("what a guide names is there: facts, other guides", async () => {
  const facts = new Set((await answerOf("GET /api/v1/facts")).body.facts.map(({ id }: { id: string }) => id));
  const all = await slugs();
  for (const slug of all) {
    const { body } = await answerOf("GET /api/v1/guides/{slug}", { slug });
    expect(
      [...body.facts, ...body.brief.map(({ fact }: { fact: string }) => fact)].filter((id) => !facts.has(id)),
    ).toEqual([]);
    expect(body.related.filter((other: string) => !all.includes(other))).toEqual([]);
  }
});

it("every service is there as XZuFi", async () => {
  for (const { slug } of await services()) {
    const { headers, body } = await answerOf("GET /api/v1/services/{service}/xzufi.xml", { service: slug });
    expect(headers.get("content-type")).toBe("application/xml; charset=utf-8");
    expect(body).toContain(`>${slug}</xzufi:id>`);
  }
  const none = await answerOf("GET /api/v1/services/{service}/xzufi.xml", { service: "nothing" });
  expect(none.body.code).toBe("not_found");
});

type Service = { slug: string; offices: string[] };
const services = async (): Promise<Service[]> => (await answerOf("GET /api/v1/services")).body.services;
const showService = async (service: string, query = "?locale=de") =>
  (await answerOf("GET /api/v1/services/{service}", { service }, { query })).body;

it("every service is listed with its offices, and told in every language", async () => {
  const all = await services();
  expect(all.map(({ slug }) => slug)).toEqual([
    "family-reunification-to-foreigners",
    "residence-permit",
    "settlement-permit",
    "refugee-travel-document",
    "change-of-conditions",
    "naturalisation",
  ]);
  for (const { slug, offices } of all)
    for (const locale of locales) {
      const body = await showService(slug, `?locale=${locale}`);
      expect(body).toMatchObject({ slug, locale });
      expect(body.translation === null).toBe(locale === "de");
      expect(body.offices.map((office: { url: string }) => new URL(office.url).pathname)).toEqual(
        offices.map((office) => `/${locale}/offices/${office}/services/${slug}`),
      );
      for (const { text } of body.modules) expect(text).not.toMatch(/[\u2066-\u2069<>]|undefined/);
    }
  expect((await showService("nothing")).code).toBe("not_found");
  expect(await showService("naturalisation", "?locale=fr")).toMatchObject({ errors: [{ code: "locale" }] });
});

it("what a service names is there: facts, services, guides, concerns", async () => {
  const facts = new Set((await answerOf("GET /api/v1/facts")).body.facts.map(({ id }: { id: string }) => id));
  const all = (await services()).map(({ slug }) => slug);
  const guides = await slugs();
  for (const slug of all) {
    const { fees, deadlines, processingTime, related, guides: own, offices } = await showService(slug);
    const added = offices.flatMap(({ supplement }: { supplement: { fees: object[] } | null }) =>
      supplement ? supplement.fees : [],
    );
    const named = [...fees, ...deadlines, ...added].map(({ fact }: { fact: string }) => fact);
    expect([...named, ...(processingTime ? [processingTime] : [])].filter((id) => !facts.has(id))).toEqual(
      [],
    );
    expect(related.filter((other: string) => !all.includes(other))).toEqual([]);
    expect(own.filter((guide: string) => !guides.includes(guide))).toEqual([]);
  }
});

it("a municipality's supplement has its editor, and says that nobody has confirmed it", async () => {
  const { offices } = await showService("family-reunification-to-foreigners");
  const supplements = Object.fromEntries(
    offices.map(({ slug, supplement }: { slug: string; supplement: unknown }) => [slug, supplement]),
  );
  expect(supplements).toMatchObject({
    erlangen: { editor: "Stadt Erlangen", confirmed: false, online: [{}, {}, {}] },
    hagen: null,
    loerrach: null,
  });
  expect(supplements.erlangen.modules.map(({ id }: { id: string }) => id)).toContain("procedure");
});

it("a fact has the value of the day by the one clock, and the days on which it holds", async () => {
  const changing = factsAnswer("2026-12-31").facts.find(({ validTo }) => validTo === "2026-12-31");
  if (!changing) throw new Error("no fact changes at the end of 2026");
  const shown = async (at: string) => {
    await setClock(at);
    const { facts } = (await answerOf("GET /api/v1/facts")).body;
    return facts.find(({ id }: { id: string }) => id === changing.id);
  };
  expect(await shown("2026-12-31T23:59:00+01:00")).toEqual(changing);
  const after = await shown("2027-01-01T00:01:00+01:00");
  expect(after?.validFrom ?? "2027-01-01").toBe("2027-01-01");
  expect(after?.value).not.toEqual(changing.value);
  await setClock(undefined);
});
