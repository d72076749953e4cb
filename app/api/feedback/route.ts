import { api } from "@/app/api/endpoint";
import { isLocale, routing } from "@/lib/i18n/routing";
import { keepMissing, keepVote } from "@/lib/pages/feedback/commands";
import { missingSchema, voteSchema } from "@/lib/pages/feedback/schema";

/** Longer than both forms with everything filled in. */
const mostBytes = 20_000;

/** Takes the forms of feedback, which work without scripts, and leads on to the page that thanks. */
async function take(request: Request): Promise<Response> {
  const fields = await fieldsOf(request);
  const language = fields?.locale;
  const page = `/${isLocale(language) ? language : routing.defaultLocale}/feedback`;
  const missing = missingSchema.safeParse(fields);
  if (missing.success) {
    const { token } = missing.data;
    await keepMissing(token, missing.data.missing);
    return seeOther(`${page}?given=${encodeURIComponent(token)}`);
  }
  if (fields?.token) return seeOther(`${page}?given=${encodeURIComponent(fields.token)}`);
  const vote = voteSchema.safeParse(fields);
  const kept = vote.success ? await keepVote(vote.data) : null;
  return kept?.ok ? seeOther(`${page}?given=${kept.token}`) : new Response(null, { status: 400 });
}

/** The fields of a form of our own; another site must not vote in a reader's name. */
async function fieldsOf(request: Request): Promise<Record<string, string> | null> {
  const from = request.headers.get("sec-fetch-site");
  if (from !== null && from !== "same-origin") return null;
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return null;
  const body = await request.text();
  return body.length > mostBytes ? null : Object.fromEntries(new URLSearchParams(body));
}

const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { Location: address, "Cache-Control": "no-store" } });

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ POST: take }, { limit: "feedback" });
