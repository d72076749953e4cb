import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { getPlaces } from "../places/queries";
import { findPlaces } from "../places/rules";
import { getOffices } from "../queries";
import { rangesOfSurname } from "../surnames/rules";
import { filledPage, openAnywhere, openHtml, placesHtml, surnameHtml } from "./rules";
import type { Say } from "./types";

const say: Say = (key, values = {}) => [key, ...Object.values(values)].join(" ");
const evil = `"><script>alert('x')</script>$&$1`;
const answer = (question: string) =>
  placesHtml(findPlaces(getPlaces(), question), question, getOffices(), "de", say, () => "now");

describe("a page with its slots", () => {
  const shell =
    '<a href="/de/offices" lang="de" hrefLang="de">Deutsch</a><a href="/de/offices/hagen">Hagen</a>' +
    '<form action="/de/offices"><input name="place" data-slot="place" type="search"/></form>' +
    '<p data-slot="open-hagen" class="x"></p><div data-slot="place-answer"></div>';
  it("has each in its place, the question in the field and in the other languages", () => {
    const html = filledPage(
      shell,
      { "open-hagen": "open", "place-answer": "<p>$&</p>" },
      { field: "place", value: "a & b" },
    );
    expect(html).toContain('<p data-slot="open-hagen" class="x">open</p>');
    expect(html).toContain('<div data-slot="place-answer"><p>$&</p></div>');
    expect(html).toContain('data-slot="place" value="a &amp; b"');
    expect(html).toContain('href="/de/offices?place=a%20%26%20b" lang="de"');
    expect(html).toContain('<a href="/de/offices/hagen">');
  });
  it("is as it was where nothing is asked, and lets no markup through", () => {
    expect(filledPage(shell, {}, { field: "place", value: "" })).toBe(shell);
    expect(filledPage(shell, {}, { field: "place", value: evil })).not.toContain("<script");
  });
});

describe("what is open, in words", () => {
  const date = Temporal.PlainDate.from("2026-11-30");
  it("isolates the time", () => {
    expect(openHtml({ open: true, until: "12:00" }, "openNow", "ar", say)).toContain(
      '<bdi dir="ltr">12:00</bdi></b>',
    );
  });
  it.each([
    [0, "openNow.today"],
    [1, "openNow.tomorrow"],
    [2, "openNow.day"],
  ])("in %i days: %s", (inDays, key) => {
    const html = openHtml({ open: false, next: { date, inDays, time: "14:30" } }, "openNow", "de", say);
    expect(html).toContain(key);
    expect(html.includes("Montag, 30. November")).toBe(inDays > 1);
  });
  it("is nothing where nobody knows", () => {
    expect(openHtml({ open: false, next: null }, "phoneNow", "de", say)).toBe("");
  });
  it("is that of any department", () => {
    const next = { date, inDays: 1, time: "09:00" };
    const closed = { open: false, next } as const;
    expect(openAnywhere([closed, { open: true, until: "12:00" }, { open: true, until: "13:00" }])).toEqual({
      open: true,
      until: "13:00",
    });
    expect(
      openAnywhere([closed, { open: false, next: { ...next, inDays: 0, time: "15:00" } }]),
    ).toMatchObject({ next: { time: "15:00" } });
    expect(openAnywhere([])).toEqual({ open: false, next: null });
  });
});

describe("what a place leads to", () => {
  it("is the page of the office, with what is open", () => {
    expect(answer("58095")).toContain('href="/de/offices/hagen"');
    expect(answer("58095")).toContain("now");
    expect(answer("Hagem")).toContain("likely Hagen");
  });
  it("is every municipality of a postcode, also one whose office has no page", () => {
    const html = answer("91054");
    expect(html).toContain("severalPostcode 91054");
    expect(html).toContain('href="/de/offices/erlangen"');
    expect(html).toContain("noOffice Buckenhof");
  });
  it("is a kind answer where the place is not known", () => {
    const html = answer(evil);
    expect(html).not.toContain("<script");
    expect(html).toContain("noneHelp Erlangen, Hagen und Lörrach");
  });
});

describe("which telephone belongs to a name", () => {
  const lines = [
    { from: "A", to: "J", number: "1", href: "tel:1" },
    { from: "K", to: "Z", number: "2", href: "tel:2" },
  ];
  const html = (surname: string) => surnameHtml(rangesOfSurname(lines, surname), say);
  it("is one number, or each with the beginnings that lead to it and why", () => {
    expect(html("Demir")).toContain("certain");
    expect(html("Demir")).toContain('href="tel:1"');
    expect(html("خليل")).toContain('<bdi dir="ltr">K…</bdi>: ');
    expect(html("خليل")).toContain('<bdi dir="ltr">Ch…</bdi>: ');
    expect(html("خليل")).toContain("hints.spelling");
    expect(html(evil)).not.toContain("<script");
    expect(html("Иванов")).toBe("<p>unknown</p>");
  });
});
