import {
  birthDateProblem,
  contactFormSchema,
  type FieldProblem,
  joinBirthDate,
  nameFormSchema,
  personPrefix,
  personsAtMost,
} from "./schema";
import type { DetailsValues, FieldError, HoldDetails, Person } from "./types";

const personFields = ["givenName", "familyName", "birthDay", "birthMonth", "birthYear"] as const;
const contactFields = ["email", "phone", "caseNumber"] as const;

type Problems = Map<string, FieldProblem>;

/**
 * Reads the form of an applicant's details. `values` are what was typed, cut to a length that a page can carry, to be
 * shown again; `fields` are the problems in the order of the form. How many persons come, the field `persons` says.
 *
 * @param today day in Berlin, `YYYY-MM-DD`
 */
export function readDetailsForm(
  form: FormData,
  today: string,
):
  | { ok: true; values: DetailsValues; details: HoldDetails }
  | { ok: false; values: DetailsValues; fields: FieldError[] } {
  const persons = Math.min(Math.max(1, Number(form.get("persons") ?? 1) || 1), personsAtMost);
  const prefixes = Array.from({ length: Math.floor(persons) }, (_, index) => personPrefix(index));
  const names = [
    ...prefixes.flatMap((prefix) => personFields.map((name) => prefix + name)),
    ...contactFields,
  ];
  const typed = Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "")]));
  const values = Object.fromEntries(names.map((name) => [name, (typed[name] ?? "").slice(0, 1000)]));

  const problems: Problems = new Map();
  const [person, ...companions] = prefixes.map((prefix) => readPerson(typed, prefix, today, problems));
  const contact = contactFormSchema.safeParse(typed);
  note(contact, "", problems);
  if (!contact.success || !person || problems.size > 0) {
    const fields = names.flatMap((field) => {
      const problem = problems.get(field);
      return problem ? [{ field, problem }] : [];
    });
    return { ok: false, values, fields };
  }
  const known = companions.filter((companion) => companion !== null);
  const details = { person, ...contact.data, ...(known.length > 0 ? { companions: known } : {}) };
  return { ok: true, values, details };
}

/** One person of the form, or null with the reasons in `problems`. */
function readPerson(
  typed: Record<string, string>,
  prefix: string,
  today: string,
  problems: Problems,
): Person | null {
  const field = (name: (typeof personFields)[number]) => typed[prefix + name] ?? "";
  const names = nameFormSchema.safeParse({ givenName: field("givenName"), familyName: field("familyName") });
  note(names, prefix, problems);
  const [day = "", month = "", year = ""] = (["birthDay", "birthMonth", "birthYear"] as const).map((part) =>
    field(part).trim(),
  );
  const birthDate = joinBirthDate(day, month, year);
  const wrong = birthDate
    ? birthDateProblem(birthDate, today)
    : day + month + year === ""
      ? "required"
      : "birth_date";
  if (wrong) problems.set(`${prefix}birthDay`, wrong);
  return names.success && birthDate && !wrong ? { ...names.data, birthDate } : null;
}

type Parsed = ReturnType<typeof nameFormSchema.safeParse> | ReturnType<typeof contactFormSchema.safeParse>;

/** The first problem of each field. */
function note(parsed: Parsed, prefix: string, problems: Problems): void {
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const field = prefix + String(issue.path[0]);
    if (!problems.has(field)) problems.set(field, issue.message as FieldProblem);
  }
}
