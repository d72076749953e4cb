import "server-only";
import { getMentions } from "@/lib/guides/uses/queries";
import { db } from "@/lib/platform/db";
import { fromDate, rfc3339 } from "@/lib/time/calendar";
import { byUrgency, outsideLinks } from "./rules";
import { type OutsideLink, outcomes } from "./types";

/** Every address outside the portal that the content leads to, the worst first. */
export async function getOutsideLinks(): Promise<OutsideLink[]> {
  const rows = await db().linkCheck.findMany();
  const checks = new Map(rows.map((row) => [row.url, row]));
  const links = outsideLinks(getMentions()).map((link): OutsideLink => {
    const row = checks.get(link.url);
    const outcome = outcomes.find((known) => known === row?.outcome);
    if (!row || !outcome) return { ...link, check: null };
    return { ...link, check: { outcome, status: row.status, checkedAt: rfc3339(fromDate(row.checkedAt)) } };
  });
  return links.sort(byUrgency);
}
