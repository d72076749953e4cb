import { runCrashes } from "../crashes/run";
import type { Suite } from "./types";

/** Fifty crashes of two servers and their database under booking load; the database is one of its own. */
export const crash: Suite = async () => {
  const report = await runCrashes({ moments: 50, tell: console.log });
  const { missing, undelivered, unfounded, renamed } = report;
  for (const line of [missing, undelivered, unfounded, renamed].flatMap((lines) => lines.slice(0, 10)))
    console.log(line);
  return [
    { what: "servers killed", value: report.serverKills, unit: "" },
    { what: "databases killed", value: report.databaseKills, unit: "" },
    { what: "bookings, confirmations and cancellations acknowledged", value: report.acknowledged, unit: "" },
    { what: "… of them not stored", value: missing.length, unit: "must be 0" },
    { what: "mails of what was stored", value: report.mails, unit: "" },
    { what: "… of them never delivered", value: undelivered.length, unit: "must be 0" },
    { what: "bookings rolled back", value: report.rolledBack, unit: "" },
    {
      what: "… mails of them, or of anything that is not stored",
      value: unfounded.length,
      unit: "must be 0",
    },
    { what: "mails that came twice", value: (100 * report.duplicates) / report.mails, unit: "%, at most 1" },
    { what: "… of them under another Message-ID", value: renamed.length, unit: "must be 0" },
    { what: "from the last crash to the last mail", value: report.secondsToEmpty, unit: "seconds" },
  ];
};
