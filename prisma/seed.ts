/**
 * The demonstration: published weeks around today for every office, a few of them partly booked, and one clerk. It can
 * run at every start; weeks that exist are left as they are.
 */
import { getOffices } from "@/lib/offices/queries";
import { closeDb } from "@/lib/platform/db";
import { planSlots, publishWeek } from "@/lib/schedule/commands";
import { comingWeeks } from "@/lib/schedule/queries";
import { saveStaff } from "@/lib/staff/commands";

const actor = "demonstration";
// The horizon of three weeks, the week that opens next Monday, and one more that a clerk can look at as a draft.
const publishedWeeks = 4;

for (const office of getOffices()) {
  for (const department of office.departments) {
    const weeks = await comingWeeks(office.slug, department.slug, publishedWeeks + 1);
    for (const [index, { week, state }] of weeks.entries()) {
      if (state !== "none") continue;
      const address = { office: office.slug, department: department.slug, week };
      const planned = await planSlots(address, actor);
      if (planned.ok && index < publishedWeeks) await publishWeek(address, actor);
    }
  }
}

const password = process.env.DEMO_PASSWORD;
if (password) await saveStaff({ email: "clerk@hagen.example", name: "Demo", office: "hagen", password });
await closeDb();
