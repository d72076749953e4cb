import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDetailsForm } from "./form";
import { birthDateProblem, holdBodySchema, joinBirthDate } from "./schema";

const valid = {
  concern: "card-pickup",
  startsAt: "2026-12-03T14:30:00+01:00",
  person: { givenName: "Amal", familyName: "Haddad", birthDate: "1990-03-27" },
  email: "amal@example.org",
  locale: "ar",
};
const withName = (familyName: string) => ({ ...valid, person: { ...valid.person, familyName } });
const problems = (body: unknown) => {
  const parsed = holdBodySchema.safeParse(body);
  return parsed.success ? [] : parsed.error.issues.map((issue) => [issue.path.join("/"), issue.message]);
};

describe("a name", () => {
  it.each([
    "O",
    "李",
    "ع",
    "O’Brien-Smith",
    "van der Berg",
    "محمد علي",
    "Nguyễn Thị",
    "Ó",
    "J. R.",
    "Ж".repeat(200),
    "م".repeat(200),
  ])("can be %s", (name) => {
    expect(problems(withName(name))).toEqual([]);
  });

  it.each([
    ["", "required"],
    ["   ", "required"],
    ["-", "name_characters"],
    ["a".repeat(201), "name_long"],
    ["a".repeat(100_000), "name_long"],
    ["abc\u202Edef", "name_characters"],
    ["abc\u2066def", "name_characters"],
    ["a\u0000b", "name_characters"],
    ["Robert'); DROP TABLE slot;--", "name_characters"],
    ["<script>alert(1)</script>", "name_characters"],
    ["A1", "name_characters"],
    ["😀", "name_characters"],
  ])("cannot be %j: %s", (name, problem) => {
    expect(problems(withName(name))).toEqual([["person/familyName", problem]]);
  });

  it("is stored with single spaces and composed letters", () => {
    const parsed = holdBodySchema.parse(withName("  van \n der\tBe\u0301rg "));
    expect(parsed.person.familyName).toBe("van der Bérg");
  });
});

describe("a booking request", () => {
  it.each([
    [{ ...valid, email: "a b@example.org" }, "email", "email"],
    [{ ...valid, email: "a@example.org\r\nBcc: b@example.org" }, "email", "email"],
    [{ ...valid, email: "" }, "email", "required"],
    [{ ...valid, email: undefined }, "email", "required"],
    [{ ...valid, email: `${"a".repeat(250)}@example.org` }, "email", "email"],
    [{ ...valid, locale: "fr" }, "locale", "locale"],
    [{ ...valid, person: { ...valid.person, birthDate: "1990-02-30" } }, "person/birthDate", "birth_date"],
    [{ ...valid, person: { ...valid.person, birthDate: "" } }, "person/birthDate", "required"],
    [{ ...valid, phone: "<b>" }, "phone", "phone"],
    [{ ...valid, caseNumber: "'; --\u202E" }, "caseNumber", "case_number"],
  ])("with something wrong is refused at that field", (body, path, message) => {
    expect(problems(body)).toEqual([[path, message]]);
  });

  it("takes no field that it does not know", () => {
    expect(holdBodySchema.safeParse({ ...valid, admin: true }).success).toBe(false);
  });

  it("never throws, whatever comes", () => {
    fc.assert(fc.property(fc.anything(), (body) => void holdBodySchema.safeParse(body)));
  });
});

describe("a birth date in three parts", () => {
  it.each([
    ["27", "3", "1990", "1990-03-27"],
    ["٢٧", "٣", "١٩٩٠", "1990-03-27"],
    ["29", "2", "2000", "2000-02-29"],
    ["29", "2", "1900", null],
    ["31", "4", "1990", null],
    ["1", "1", "90", null],
    ["", "", "", null],
    ["x", "1", "1990", null],
  ])("%s %s %s is %s", (day, month, year, expected) => {
    expect(joinBirthDate(day, month, year)).toBe(expected);
  });

  it("lies in the past, not more than 120 years back", () => {
    expect(birthDateProblem("2026-11-21", "2026-11-21")).toBeNull();
    expect(birthDateProblem("2026-11-22", "2026-11-21")).toBe("birth_date_future");
    expect(birthDateProblem("1899-01-01", "2026-11-21")).toBe("birth_date_old");
  });
});

describe("the form of details", () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  it("gives back everything that was typed, with the problems in the order of the form", () => {
    const result = readDetailsForm(
      form({
        givenName: "Amal",
        familyName: "<b>",
        birthDay: "31",
        birthMonth: "2",
        birthYear: "1990",
        email: "x",
      }),
      "2026-11-21",
    );
    expect(result.ok).toBe(false);
    expect(result.values).toMatchObject({ givenName: "Amal", familyName: "<b>", birthDay: "31", email: "x" });
    expect(result.ok ? [] : result.fields).toEqual([
      { field: "familyName", problem: "name_characters" },
      { field: "birthDay", problem: "birth_date" },
      { field: "email", problem: "email" },
    ]);
  });

  it("reads a complete form, leaving out what is empty", () => {
    const result = readDetailsForm(
      form({
        givenName: "Amal",
        familyName: "Haddad",
        birthDay: "7",
        birthMonth: "3",
        birthYear: "1990",
        email: " amal@example.org ",
        phone: "",
        caseNumber: "",
      }),
      "2026-11-21",
    );
    expect(result.ok && result.details).toEqual({
      person: { givenName: "Amal", familyName: "Haddad", birthDate: "1990-03-07" },
      email: "amal@example.org",
      phone: undefined,
      caseNumber: undefined,
    });
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
