// npm run content [-- --at 2027-01-01] [-- --fix [name …]] [-- --approve check …] [-- --uses "§ 10 StAG"]
// Checks everything in content/. With --at as of another day; with --fix it first writes down, for every translated
// section (of the guides, services and checks named, or of all), the hash of the German section: do that only after having
// read both. "checks/visa" names one of them, "visa" everything of that name.
// With --approve it first writes down where every way through the checks named leads: after having read it against the law.
// With --uses it checks nothing and lists where a fact, a law, a document or a term is used, by page, language and section.
import { parseArgs } from "node:util";
import { recordApproval } from "@/lib/guides/lint/approve";
import { recordHashes } from "@/lib/guides/lint/fix";
import { findProblems } from "@/lib/guides/lint/queries";
import { problemLine } from "@/lib/guides/source/rules";
import { day } from "@/lib/guides/source/schema";
import { getUses } from "@/lib/guides/uses/queries";
import { usesLines } from "@/lib/guides/uses/rules";
import { buildDate } from "@/lib/time/build";

/** What was asked cannot be done: one line says why. */
const refuse = (why: unknown): never => {
  console.error(why instanceof Error ? why.message : why);
  process.exit(2);
};

const { values, positionals } = asked();
const today = values.at ?? buildDate();
if (!day.safeParse(today).success) refuse(`--at ${today}: a day as YYYY-MM-DD`);
if (positionals.length > 0 && !values.fix && !values.approve)
  refuse(`${positionals.join(" ")}: names belong to --fix or --approve`);

try {
  if (values.uses === undefined) check();
  else showUses(values.uses);
} catch (error) {
  refuse(error);
}

function asked() {
  try {
    return parseArgs({
      options: {
        at: { type: "string" },
        fix: { type: "boolean", default: false },
        approve: { type: "boolean", default: false },
        uses: { type: "string" },
      },
      allowPositionals: true,
    });
  } catch (error) {
    return refuse(error);
  }
}

function showUses(query: string) {
  const pages = getUses(query);
  for (const line of pages ? usesLines(pages) : [`“${query}” is no fact, law, document or term`])
    console.log(line);
  process.exitCode = pages ? 0 : 2;
}

function check() {
  if (values.approve) for (const file of recordApproval(positionals)) console.log(`${file}: approved`);
  if (values.fix) for (const file of recordHashes(positionals)) console.log(`${file}: hashes written`);
  const problems = findProblems(today);
  for (const problem of problems) console.log(problemLine(problem));
  const errors = problems.filter((problem) => problem.severity === "error").length;
  console.log(`${errors} errors, ${problems.length - errors} warnings in content/ on ${today}`);
  process.exitCode = errors > 0 ? 1 : 0;
}
