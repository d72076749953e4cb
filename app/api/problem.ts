import type { z } from "zod";
import { acceptedLocale } from "@/lib/i18n/accept";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";

/** Every code that a problem can have, with its status. */
export const statuses = {
  invalid_json: 400,
  challenge_failed: 403,
  not_found: 404,
  method_not_allowed: 405,
  slot_taken: 409,
  limit_reached: 409,
  too_late: 409,
  not_confirmed: 409,
  already_extended: 409,
  hold_expired: 410,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  outside_window: 422,
  idempotency_mismatch: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof statuses;

/** The schema of each problem's answer in the OpenAPI document, by the code. */
export const problemName = (code: ProblemCode) => `problem_${code}` as const;
type Issue = Pick<z.core.$ZodIssue, "path" | "message" | "code"> & { keys?: string[] };
type FieldError = { pointer: string; code: string; detail: string };

/**
 * An answer of RFC 9457 with a stable code and a text in the language of `Accept-Language`. Its type is the address where
 * the OpenAPI document describes it.
 */
export function problem(
  request: Request,
  code: ProblemCode,
  members: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  const locale = acceptedLocale(request.headers.get("accept-language"));
  const t = translator(locale, "problems");
  const status = statuses[code];
  const body = {
    type: `${env().PORTAL_URL}/api/v1/openapi.json#/components/schemas/${problemName(code)}`,
    title: t(`${code}.title`),
    status,
    code,
    detail: t(`${code}.detail`),
    ...members,
  };
  return Response.json(body, {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Content-Language": locale,
      Vary: "Accept-Language",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}

/** JSON pointer (RFC 6901). */
const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** 422 with one entry per wrong field; zod's messages are the keys of `booking.problems`. */
export function invalid(request: Request, issues: readonly Issue[]): Response {
  const t = translator(acceptedLocale(request.headers.get("accept-language")), "booking.problems");
  const errors: FieldError[] = issues.flatMap((issue) => {
    const unknown = issue.code === "unrecognized_keys";
    const code = unknown ? "unknown_field" : issue.message;
    const key = t.has(code as "required") ? (code as "required") : "required";
    const paths = unknown && issue.keys ? issue.keys.map((name) => [...issue.path, name]) : [issue.path];
    return paths.map((path) => ({ pointer: pointer(path), code: key, detail: t(key) }));
  });
  return problem(request, "invalid", { errors });
}

/** Bytes. */
export const bodyLimit = 32 * 1024;

type Read = { ok: true; json: unknown } | { ok: false; response: Response };

/** The JSON of a request, or the answer that refuses it. */
export async function readJson(request: Request): Promise<Read> {
  const refuse = (code: ProblemCode, headers?: Record<string, string>): Read => ({
    ok: false,
    response: problem(request, code, {}, headers),
  });
  // A form of another site can send text or a form, but no JSON.
  const [type] = (request.headers.get("content-type") ?? "").split(";");
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (type?.trim().toLowerCase() !== "application/json" || encoding.toLowerCase() !== "identity")
    return refuse("unsupported_media_type", { Accept: "application/json" });
  const body = await bytesOf(request);
  if (!body) return refuse("too_large");
  try {
    return { ok: true, json: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    return refuse("invalid_json");
  }
}

/** What a request brings, or null as soon as it is too much. The length can be missing or wrong, so bytes are counted. */
async function bytesOf(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > bodyLimit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
