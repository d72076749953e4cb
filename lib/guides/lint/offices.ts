import type { Problem } from "@/lib/guides/source/types";
import type { SlotPolicy } from "@/lib/offices/types";
import { type Check, error } from "./types";

/** Facts of an office that texts show although the portal's own rules decide them. */
const policies: Record<string, (policy: SlotPolicy) => number | string> = {
  "booking-horizon": (policy) => policy.horizonWeeks,
  "hold-minutes": (policy) => policy.holdMinutes,
  "release-time": (policy) => policy.releaseTime,
};

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
  return problems;
};
