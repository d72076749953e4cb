import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getOffices } from "../queries";
import { getPlaces } from "./queries";
import { findPlaces } from "./rules";

const all = getPlaces();
const found = (question: string) => {
  const { places, match } = findPlaces(all, question);
  return [match, ...places.map(({ name }) => name.de)].join(" ");
};

describe("the places", () => {
  it("lead to offices that are there, and to every one of them", () => {
    const slugs = getOffices().map(({ slug }) => slug);
    const named = all.flatMap(({ office }) => office ?? []);
    expect([...new Set(named)].sort()).toEqual(slugs);
  });

  it("have names that nobody else has", () => {
    for (const place of all)
      for (const name of Object.values(place.name)) expect(found(name)).toBe(`name ${place.name.de}`);
  });
});

describe("a place is found", () => {
  it.each([
    ["58095", "postcode Hagen"],
    ["58 095", "postcode Hagen"],
    ["D-58095 Hagen", "postcode Hagen"],
    [" ٥٨٠٩٥ ", "postcode Hagen"],
    ["۷۹۵۳۹", "postcode Lörrach"],
    // One postcode, two municipalities: both are named.
    ["91054", "postcode Erlangen Buckenhof"],
    ["Hagen", "name Hagen"],
    ["hagen", "name Hagen"],
    ["Lörrach", "name Lörrach"],
    ["Loerrach", "name Lörrach"],
    ["LORRACH", "name Lörrach"],
    ["Tuellingen", "name Lörrach"],
    ["Haagen", "name Lörrach"],
    ["Stadt Hagen", "name Hagen"],
    ["Hagen (Westf.), Deutschland", "name Hagen"],
    ["مدينة هاغن", "name Hagen"],
    ["في هاغن، ألمانيا", "name Hagen"],
    ["بهاغن", "likely Hagen"],
    ["هاغن", "name Hagen"],
    ["هاجن", "name Hagen"],
    ["إرلنغن", "name Erlangen"],
    ["ارلنغن", "name Erlangen"],
    ["إِرلَنغِن", "name Erlangen"],
    ["إيرلنجن", "likely Erlangen"],
    ["لورّاخ", "name Lörrach"],
    ["Erlagen", "likely Erlangen"],
    ["Erlnagen", "likely Erlangen"],
    ["Hagem", "likely Hagen"],
    ["Erl", "likely Erlangen"],
  ])("%s: %s", (question, expected) => {
    expect(found(question)).toBe(expected);
  });

  it.each([
    "",
    " ",
    "12",
    "99999",
    "580955",
    "Berlin",
    "برلين",
    "Hagen am Teutoburger Wald",
    "Erlangen-Höchstadt",
    "مدينة",
    "xx",
    "؟",
  ])("%j is not known", (question) => {
    expect(found(question)).toBe("none");
  });

  it("says which postcode it did not know", () => {
    expect(findPlaces(all, "10115 Berlin").postcode).toBe("10115");
    expect(findPlaces(all, "Berlin").postcode).toBeNull();
  });

  it("with whatever is around a postcode, and never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const question = `${before.replace(/[\d٠-٩۰-۹]/g, "")} 58095 ${after.replace(/[\d٠-٩۰-۹]/g, "")}`;
        if (!/\d/.test(question.normalize("NFKC").replace("58095", "")))
          expect(found(question)).toBe("postcode Hagen");
        findPlaces(all, before);
      }),
    );
  });
});
