/**
 * The demonstration: published weeks around today for every office, a clerk in each, and the index of the search. It can run at every start; weeks that exist are left as they are.
 */
import { getOffices } from "@/lib/offices/queries";
import { closeDb } from "@/lib/platform/db";
import { planSlots, publishWeek } from "@/lib/schedule/commands";
import { comingWeeks } from "@/lib/schedule/queries";
import { fillIndex } from "@/lib/search/indexing/commands";
import { saveStaff } from "@/lib/staff/commands";

const actor = "demonstration";
for (const office of getOffices()) {
  for (const department of office.departments) {
    // The horizon, the week that opens next, and one more that a clerk can look at as a draft.
    const publishedWeeks = department.policy.horizonWeeks + 1;
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
if (password) {
  for (const { slug } of getOffices())
    await saveStaff({ email: `clerk@${slug}.example`, name: "Demo", office: slug, password });
}
// The web server does this as well; here it is done before the first visitor searches.
await fillIndex();
await closeDb();
