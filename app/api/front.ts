import type { IncomingMessage, ServerResponse } from "node:http";
import { everywhere, onDocuments } from "@/lib/platform/security-headers";
import { bodyLimit, problem } from "./problem";
import { POST as hold } from "./v1/offices/[office]/appointments/route";

/** Answers a request and gives true, or leaves it alone and gives false. */
export type Front = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

declare global {
  /** What the HTTP server of scripts/serve.mjs asks before Next; nobody sets it in development. */
  var mawidFront: Front | undefined;
}

/** What Next can be asked with; it fails at any other method, TRACE for one, before a route could refuse it. */
const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
const allowed = "DELETE, GET, HEAD, OPTIONS, POST";

const holds = /^\/api\/v1\/offices\/([a-z0-9-]{1,64})\/appointments$/;

/**
 * The one call that everybody makes in the same second is answered by its route handler without the way through Next,
 * which costs more than the handler's own work (docs/decisions/0012). Methods that Next does not know are refused, pages
 * and all. Everything else, and every other way of writing this address, goes to Next and comes to the same handler.
 */
export const front: Front = (incoming, outgoing) => {
  if (!methods.includes(incoming.method ?? "")) {
    incoming.resume();
    void refuse(incoming, outgoing).catch(() => outgoing.destroy());
    return true;
  }
  if (incoming.method !== "POST") return false;
  const office = holds.exec(incoming.url ?? "")?.[1];
  if (!office) return false;
  void serve(incoming, outgoing, (request) => hold(request, { params: Promise.resolve({ office }) }));
  return true;
};

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: (request: Request) => Promise<Response>,
): Promise<void> {
  try {
    const { body, whole } = await bytesOf(incoming);
    const response = await handler(requestOf(incoming, body));
    // The rest of what was too long is not waited for.
    if (!whole) outgoing.setHeader("Connection", "close");
    await send(outgoing, response);
  } catch {
    // The handler answers every error itself: whoever asked has gone while sending.
    outgoing.destroy();
  }
}

async function refuse(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  await send(outgoing, problem(requestOf(incoming, null), "method_not_allowed", {}, { Allow: allowed }));
}

async function send(outgoing: ServerResponse, response: Response): Promise<void> {
  for (const { key, value } of [...everywhere, ...onDocuments]) outgoing.setHeader(key, value);
  outgoing.setHeaders(response.headers);
  outgoing.writeHead(response.status).end(await response.text());
}

/** What was sent, up to what the handler then refuses as too long. */
async function bytesOf(incoming: IncomingMessage): Promise<{ body: Buffer; whole: boolean }> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming.iterator({ destroyOnReturn: false })) {
    parts.push(part);
    length += part.length;
    if (length > bodyLimit) return { body: Buffer.concat(parts), whole: false };
  }
  return { body: Buffer.concat(parts), whole: true };
}

/** As a handler takes it; without a body where only its headers are of interest. */
function requestOf(incoming: IncomingMessage, body: Buffer | null): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value));
  // As Next does it: a proxy in front says whom it speaks for.
  if (!headers.has("x-forwarded-for")) headers.set("x-forwarded-for", incoming.socket.remoteAddress ?? "");
  if (!body) return new Request("http://localhost/", { headers });
  // The handler reads the path alone; what the client says of the host can be anything.
  return new Request(`http://localhost${incoming.url}`, {
    method: "POST",
    headers,
    body: new Uint8Array(body),
  });
}
