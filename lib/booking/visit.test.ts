import { describe, expect, it } from "vitest";
import { getOffice } from "@/lib/offices/queries";
import type { Office } from "@/lib/offices/types";
import { readDetailsForm } from "./form";
import { bookingStep, planVisit, visitQuery } from "./rules";

const hagen = getOffice("hagen") as Office;
const units = (slugs: string[], persons: number) => {
  const visit = planVisit(hagen, slugs, persons);
  return visit.ok ? visit.units : visit.reason;
};

describe("a visit", () => {
  it.each([
    [["card-pickup"], 1, 1],
    [["card-pickup"], 3, 3],
    [["residence-permit-extension"], 1, 2],
    [["residence-permit-extension", "card-pickup"], 1, 3],
    [["residence-permit-extension", "card-pickup"], 2, 5],
    [["card-pickup", "card-pickup"], 1, 1],
    [[], 1, "unknown_concern"],
    [["card-pickup", "nothing"], 1, "unknown_concern"],
    [["card-pickup", "loss-report"], 1, "not_together"],
    [["card-pickup", "settlement-permit", "residence-permit-first"], 1, "too_many_concerns"],
    [["card-pickup"], 7, "too_many_persons"],
  ])("of %j for %i needs %j", (slugs, persons, needed) => {
    expect(units(slugs as string[], persons as number)).toBe(needed);
  });
});

describe("the address of the booking page", () => {
  it("carries the visit from step to step", () => {
    const query = { concern: "card-pickup", also: ["settlement-permit"], persons: "2" };
    const step = bookingStep(hagen, query);
    if (step.step !== "time") throw new Error(step.step);
    expect(step.visit).toMatchObject({ persons: 2, units: units(["card-pickup", "settlement-permit"], 2) });
    expect(visitQuery(step.concern, step.visit)).toBe("concern=card-pickup&also=settlement-permit&persons=2");
  });

  it.each([
    { also: ["loss-report"] },
    { persons: "99" },
    { persons: "x" },
    { also: ["settlement-permit", "nothing"] },
  ])("falls back to the concern alone for %j", (query) => {
    const step = bookingStep(hagen, { concern: "card-pickup", ...query });
    expect(step).toMatchObject({ step: "time", visit: { further: [], persons: 1, units: 1 } });
  });
});

describe("the form for several persons", () => {
  const typed = {
    persons: "2",
    givenName: "Test",
    familyName: "Person",
    birthDay: "1",
    birthMonth: "2",
    birthYear: "1990",
    "c1-givenName": "Child",
    "c1-familyName": "Person",
    "c1-birthDay": "3",
    "c1-birthMonth": "4",
    "c1-birthYear": "2015",
    email: "test@example.org",
  };
  const read = (changes: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...typed, ...changes })) form.set(name, value);
    return readDetailsForm(form, "2026-11-21");
  };

  it("gives everybody who comes along", () => {
    expect(read()).toMatchObject({
      ok: true,
      details: { companions: [{ givenName: "Child", familyName: "Person", birthDate: "2015-04-03" }] },
    });
  });

  it("names the field that is wrong, in the order of the form, and keeps what was typed", () => {
    const result = read({ "c1-givenName": "", "c1-birthYear": "2030", email: "x" });
    expect(result.ok ? [] : result.fields).toEqual([
      { field: "c1-givenName", problem: "required" },
      { field: "c1-birthDay", problem: "birth_date_future" },
      { field: "email", problem: "email" },
    ]);
    expect(result.values).toMatchObject({ "c1-familyName": "Person", "c1-birthYear": "2030" });
  });

  it("reads one person where the number is none", () => {
    expect(read({ persons: "many" })).toMatchObject({ ok: true, details: { person: { givenName: "Test" } } });
    expect(read({ persons: "-3" })).toMatchObject({ ok: true });
  });
});
