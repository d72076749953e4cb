import "server-only";
import { db } from "@/lib/platform/db";
import { getOutsideLinks } from "./queries";
import { nextToCheck, outcomeOf } from "./rules";

// A clerk waits for it, and other people's servers are not ours to press.
const atMost = 24;
const atOnce = 6;
const patience = 5_000;

/** Looks at the next addresses of the content, and writes down what came of it. */
export async function checkNextLinks(): Promise<{ ok: true; done: number }> {
  return checkLinks(nextToCheck(await getOutsideLinks(), atMost));
}

/** Looks at these addresses, a few at once. */
export async function checkLinks(urls: readonly string[]): Promise<{ ok: true; done: number }> {
  const waiting = [...urls];
  const work = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const status = await statusOf(url);
      const seen = { status, outcome: outcomeOf(status) };
      // By the clock of the database, and the last look counts when two clerks look at once.
      await db().$executeRaw`
        INSERT INTO link_check (url, outcome, status) VALUES (${url}, ${seen.outcome}, ${seen.status})
        ON CONFLICT (url) DO UPDATE SET outcome = excluded.outcome, status = excluded.status, checked_at = portal_now()`;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { ok: true, done: urls.length };
}

/** What the other side answers, or null when nobody does. Some servers know no HEAD, or say that nothing is there. */
async function statusOf(url: string): Promise<number | null> {
  const short = await ask(url, "HEAD");
  return short !== null && short < 400 ? short : ask(url, "GET");
}

async function ask(url: string, method: "HEAD" | "GET"): Promise<number | null> {
  try {
    const answer = await fetch(url, {
      method,
      redirect: "follow",
      signal: AbortSignal.timeout(patience),
      headers: { "user-agent": "Mawid link check" },
    });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}
