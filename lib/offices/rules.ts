import type { Concern, Office, Weekday } from "./types";

export const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The offices that deal with a concern. Its slug means the same in every office (docs/content.md). */
export function officesWith(
  offices: readonly Office[],
  concern: string,
): { office: Office; concern: Concern }[] {
  return offices.flatMap((office) =>
    office.departments.flatMap((department) =>
      department.concerns.flatMap((each) => (each.slug === concern ? [{ office, concern: each }] : [])),
    ),
  );
}
