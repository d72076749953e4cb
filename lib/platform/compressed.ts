import { gzipSync } from "node:zlib";

const kept = new Map<string, Buffer<ArrayBuffer>>();
const mostKept = 50;

/**
 * An answer with a text that is the same for everybody, compressed where the browser takes that: Next does it for pages
 * and files, not for handlers.
 */
export function compressed(request: Request, text: string, headers: Record<string, string>): Response {
  const all = { ...headers, Vary: "Accept-Encoding" };
  if (!/\bgzip\b/.test(request.headers.get("accept-encoding") ?? ""))
    return new Response(text, { headers: all });
  const body = kept.get(text) ?? Buffer.from(gzipSync(text));
  if (kept.size < mostKept) kept.set(text, body);
  return new Response(body, { headers: { ...all, "Content-Encoding": "gzip" } });
}
