import type { Problem } from "@/lib/guides/source/types";
import type { SlotPolicy } from "@/lib/offices/types";
import { type Check, type Checked, error } from "./types";

/** Facts of an office that texts show although the portal's own rules decide them. */
const policies: Record<string, (policy: SlotPolicy) => number | string> = {
  "booking-horizon": (policy) => policy.horizonWeeks,
  "hold-minutes": (policy) => policy.holdMinutes,
  "release-time": (policy) => policy.releaseTime,
};

/** Facts of hours for visits are called `<office>.hours-…`; hours on the telephone are called otherwise. */
const visits = "hours-";

/** What a text says about booking is what the office's slot rules do. */
export const checkPolicies: Check = ({ offices, shelf }) => {
  const problems: Problem[] = [];
  for (const office of offices) {
    for (const [name, read] of Object.entries(policies)) {
      const fact = shelf.facts.get(`${office.slug}.${name}`);
      if (!fact) continue;
      for (const department of office.departments) {
        const rule = read(department.policy);
        if (fact.values.some((entry) => entry.value !== rule)) {
          problems.push(
            error(fact.file, `${fact.id} differs from ${department.slug} in office.yaml, which has ${rule}`),
          );
        }
      }
    }
  }
  return [...problems, ...offices.flatMap((office) => hoursFaults(office, shelf))];
};

/** The hours that texts show are those in which the office gives appointments, and all of them. */
function hoursFaults(office: Checked["offices"][number], shelf: Checked["shelf"]): Problem[] {
  const facts = [...shelf.facts.values()].filter(({ id }) => id.startsWith(`${office.slug}.${visits}`));
  if (facts.length === 0) return [];
  const open = new Set(
    office.departments.flatMap(({ openingHours }) =>
      openingHours.flatMap(({ days }) => Object.values(days).flat()),
    ),
  );
  const shown = (range: string) => range.replace("-", "–");
  const known = new Set(facts.flatMap((fact) => fact.values.map((entry) => entry.value)));
  return [
    ...facts
      .filter((fact) => !fact.values.some((entry) => [...open].some((range) => shown(range) === entry.value)))
      .map((fact) => error(fact.file, `${fact.id} is in no openingHours of ${office.slug}`)),
    ...[...open]
      .filter((range) => !known.has(shown(range)))
      .map((range) =>
        error(
          `content/offices/${office.slug}/office.yaml`,
          `openingHours ${range} are no fact ${office.slug}.${visits}…`,
        ),
      ),
  ];
}
