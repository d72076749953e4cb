/**
 * `npm run schedule -- <plan|publish|withdraw|list> --office hagen --department auslaenderbehoerde --week 2026-W50`:
 * what staff do in the browser, for scripts. `publish` plans the week first when nobody has; `--mode draw` publishes it
 * as a draw (docs/draw.md). `staff --office hagen
 * --email … --name …` makes an account; the password is read from STAFF_PASSWORD.
 */
import { parseArgs } from "node:util";
import { getOffices } from "@/lib/offices/queries";
import { closeDb } from "@/lib/platform/db";
import { planSlots, publishWeek, withdrawWeek } from "@/lib/schedule/commands";
import { comingWeeks } from "@/lib/schedule/queries";
import type { WeekAddress, WeekMode } from "@/lib/schedule/types";
import { saveStaff } from "@/lib/staff/commands";
import { fromDate, rfc3339 } from "@/lib/time/calendar";

const reasons: Record<string, string> = {
  unknown_department: `There is no such office or department. There are:\n${getOffices()
    .flatMap(({ slug, departments }) =>
      departments.map((department) => `  --office ${slug} --department ${department.slug}`),
    )
    .join("\n")}`,
  unknown_week: "Name the week like 2026-W50.",
  week_past: "This week is over.",
  no_slots: "The department has no opening hours in this week.",
  not_planned: "This week is not planned yet.",
  has_appointments: "Somebody has an appointment or a hold in this week; cancel those first.",
  already_published: "This week is published already.",
  not_published: "This week is not published.",
  no_draw_policy: "The department has no rules for draws (policy.draw in office.yaml).",
  too_late_for_draw: "After the draw no place would be left; publish the week without it.",
  drawn_already: "This week was drawn once already; publish it without a draw.",
};

const usage =
  "Usage: npm run schedule -- <plan|publish|withdraw|list> --office <office> --department <department> [--week <2026-W50>] [--mode <first_come|draw>]";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    office: { type: "string" },
    department: { type: "string" },
    week: { type: "string" },
    email: { type: "string" },
    name: { type: "string" },
    mode: { type: "string", default: "first_come" },
  },
});

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function required(name: "office" | "department" | "week" | "email" | "name"): string {
  return values[name] ?? fail(`--${name} is missing.\n${usage}`);
}

function check<T extends object>(result: ({ ok: true } & T) | { ok: false; reason: string }): T {
  return result.ok ? result : fail(reasons[result.reason] ?? result.reason);
}

const actor = "script";

const isMode = (mode: string): mode is WeekMode => mode === "first_come" || mode === "draw";

const inBerlin = (instant: Date) => rfc3339(fromDate(instant));

async function publish(address: WeekAddress): Promise<void> {
  const { mode } = values;
  if (!isMode(mode)) fail(`--mode is first_come or draw.\n${usage}`);
  let result = await publishWeek(address, actor, mode);
  if (!result.ok && result.reason === "not_planned") {
    console.log(`Planned ${check(await planSlots(address, actor)).slots} slots.`);
    result = await publishWeek(address, actor, mode);
  }
  const { releaseAt, closesAt } = check(result);
  console.log(`Published. ${closesAt ? "Entries" : "Bookable"} from ${inBerlin(releaseAt)}.`);
  if (closesAt) console.log(`The draw closes at ${inBerlin(closesAt)}.`);
}

async function coming(office: string, department: string) {
  const weeks = await comingWeeks(office, department, 10);
  return weeks.length > 0 ? weeks : check({ ok: false, reason: "unknown_department" });
}

const address = () => ({
  office: required("office"),
  department: required("department"),
  week: required("week"),
});

switch (positionals[0]) {
  case "plan":
    console.log(`Planned ${check(await planSlots(address(), actor)).slots} slots.`);
    break;
  case "publish":
    await publish(address());
    break;
  case "withdraw":
    check(await withdrawWeek(address(), actor));
    console.log("Withdrawn.");
    break;
  case "list":
    console.table(await coming(required("office"), required("department")));
    break;
  case "staff": {
    const password = process.env.STAFF_PASSWORD ?? "";
    if (password.length < 12) fail("STAFF_PASSWORD needs at least 12 characters.");
    await saveStaff({
      office: required("office"),
      email: required("email"),
      name: required("name"),
      password,
    });
    console.log("Saved.");
    break;
  }
  default:
    fail(usage);
}
await closeDb();
