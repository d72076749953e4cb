import type { Concern, Department, Office, Weekday } from "./types";

export const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The concerns of a department with these slugs, in their order; those it has given up are left out. */
export function concernsOf(department: Department, slugs: readonly string[]): Concern[] {
  return slugs.flatMap((slug) => department.concerns.find((concern) => concern.slug === slug) ?? []);
}

/** Ids of the documents that a visit with these concerns needs, each once. */
export function documentsOf(concerns: readonly Concern[]): string[] {
  return [...new Set(concerns.flatMap((concern) => concern.documents))];
}

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

/** The facts that an office's contact names, with the unit that each must have. */
export function contactFacts(contact: Office["contact"]): { name: string; id: string; unit: string }[] {
  const { hotline, lines = [], phoneHours = [], address, website } = contact;
  return [
    ...(hotline === undefined ? [] : [{ name: "hotline", id: hotline, unit: "phone" }]),
    ...lines.map(({ phone }) => ({ name: "lines", id: phone, unit: "phone" })),
    ...phoneHours.map(({ hours }) => ({ name: "phoneHours", id: hours, unit: "hours" })),
    ...(address === undefined ? [] : [{ name: "address", id: address, unit: "address" }]),
    { name: "website", id: website, unit: "url" },
  ];
}
