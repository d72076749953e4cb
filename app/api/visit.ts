import { planVisit } from "@/lib/booking/rules";
import { birthDateProblem } from "@/lib/booking/schema";
import type { Person, VisitFailure } from "@/lib/booking/types";
import { getOffice } from "@/lib/offices/queries";
import { invalid } from "./problem";

/**
 * The answer to a visit that cannot be: it names the field that is wrong.
 *
 * @param fields what was asked for, and how the field is called that says how many come
 */
export function wrongVisit(
  request: Request,
  reason: VisitFailure,
  { office: slug, concern, persons }: { office: string; concern: string; persons: "companions" | "persons" },
): Response {
  const wrong = (field: string, message: string) =>
    invalid(request, [{ code: "custom", path: [field], message }]);
  if (reason === "too_many_persons") return wrong(persons, reason);
  if (reason !== "unknown_concern") return wrong("furtherConcerns", reason);
  const office = getOffice(slug);
  const known = office !== null && planVisit(office, [concern], 1).ok;
  return wrong(known ? "furtherConcerns" : "concern", "concern");
}

/**
 * The answer to birth dates that cannot be, of the applicant or of anybody who comes along; null when all can.
 *
 * @param today day in Berlin, `YYYY-MM-DD`
 */
export function wrongBirthDates(
  request: Request,
  { person, companions = [] }: { person: Person; companions?: Person[] | undefined },
  today: string,
): Response | null {
  const issues = [person, ...companions].flatMap(({ birthDate }, index) => {
    const message = birthDateProblem(birthDate, today);
    const whose = index === 0 ? ["person"] : ["companions", index - 1];
    return message ? [{ code: "custom" as const, path: [...whose, "birthDate"], message }] : [];
  });
  return issues.length > 0 ? invalid(request, issues) : null;
}
