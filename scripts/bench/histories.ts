import { runHistory } from "../histories/run";
import { makeSlots } from "./places";
import type { Suite } from "./types";

const seeds = 20;

/** Twenty random histories: 300 slots, 3,000 clients, two processes. What must be 0 is 0, or something is broken. */
export const histories: Suite = async () => {
  const sums = { acknowledged: 0, violations: 0, errors: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const times = [...new Set(await makeSlots(300, 4))];
    const history = await runHistory({ seed, clients: 3000, processes: 2, width: 25, times });
    sums.acknowledged += history.acknowledged.length;
    sums.violations += history.violations.length;
    sums.errors += history.errors.length;
    for (const line of [...history.violations, ...history.errors].slice(0, 10))
      console.log(`seed ${seed}: ${line}`);
  }
  return [
    {
      what: `${seeds} histories of 3,000 clients: acknowledged bookings`,
      value: sums.acknowledged,
      unit: "",
    },
    { what: "… lost, invented or given twice", value: sums.violations, unit: "must be 0" },
    { what: "… errors that reached a user", value: sums.errors, unit: "must be 0" },
  ];
};
