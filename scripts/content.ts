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
import { getUses } from "@/lib/guides/uses/queries";
import { usesLines } from "@/lib/guides/uses/rules";
import { buildDate } from "@/lib/time/build";

const { values, positionals } = parseArgs({
  options: {
    at: { type: "string" },
    fix: { type: "boolean", default: false },
    approve: { type: "boolean", default: false },
    uses: { type: "string" },
  },
  allowPositionals: true,
});
const today = values.at ?? buildDate();
if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))) {
  console.error(`--at ${today}: a day as YYYY-MM-DD`);
  process.exit(2);
}

if (values.uses === undefined) check();
else showUses(values.uses);

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
