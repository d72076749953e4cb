import { birthDateProblem, detailsFormSchema, type FieldProblem, joinBirthDate } from "./schema";
import type { DetailsValues, FieldError, HoldDetails } from "./types";

const fieldNames = [
  "givenName",
  "familyName",
  "birthDay",
  "birthMonth",
  "birthYear",
  "email",
  "phone",
  "caseNumber",
] as const;

/**
 * Reads the form of an applicant's details. `values` are what was typed, cut to a length that a page can carry, to be
 * shown again; `fields` are the problems in the order of the form.
 *
 * @param today day in Berlin, `YYYY-MM-DD`
 */
export function readDetailsForm(
  form: FormData,
  today: string,
):
  | { ok: true; values: DetailsValues; details: HoldDetails }
  | { ok: false; values: DetailsValues; fields: FieldError[] } {
  const typed = Object.fromEntries(
    fieldNames.map((name) => [name, String(form.get(name) ?? "")]),
  ) as DetailsValues;
  const values = Object.fromEntries(
    fieldNames.map((name) => [name, typed[name].slice(0, 1000)]),
  ) as DetailsValues;
  const parsed = detailsFormSchema.safeParse(typed);
  const problems = new Map<FieldError["field"], FieldProblem>();
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const field = String(issue.path[0]) as FieldError["field"];
    if (!problems.has(field)) problems.set(field, issue.message as FieldProblem);
  }

  const parts = [typed.birthDay, typed.birthMonth, typed.birthYear].map((part) => part.trim());
  const birthDate = joinBirthDate(parts[0] ?? "", parts[1] ?? "", parts[2] ?? "");
  const wrong = birthDate
    ? birthDateProblem(birthDate, today)
    : parts.every((part) => part === "")
      ? "required"
      : "birth_date";
  if (wrong) problems.set("birthDay", wrong);

  if (!parsed.success || !birthDate || problems.size > 0) {
    const fields = fieldNames.flatMap((field) => {
      const problem = problems.get(field);
      return problem ? [{ field, problem }] : [];
    });
    return { ok: false, values, fields };
  }
  const { givenName, familyName, email, phone, caseNumber } = parsed.data;
  return {
    ok: true,
    values,
    details: { person: { givenName, familyName, birthDate }, email, phone, caseNumber },
  };
}
