import { unstable_rethrow } from "next/navigation";
import { isUnreachable, nameOfError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type LimitedUse, secondsToWait } from "@/lib/platform/rate-limits";
import { problem } from "./problem";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

type Params = Record<string, string>;
type Context<P extends Params> = { params: Promise<P> };
type Handler<P extends Params> = (request: Request, params: P) => Response | Promise<Response>;
type RouteHandler<P extends Params> = (request: Request, context: Context<P>) => Promise<Response>;

/** Handlers that only say that there is no such method, so that a test can tell them from the others. */
export const refusals = new WeakSet<object>();

/**
 * What a route file of the API exports: its handlers, and for every other method the answer 405. Whatever goes wrong is
 * answered as a problem of RFC 9457 that tells nothing about the inside.
 *
 * @param options.limit what is counted for each network before anything else is done
 */
export function api<P extends Params = Record<never, string>>(
  handlers: Partial<Record<Method, Handler<P>>>,
  options: { limit?: LimitedUse } = {},
): Record<Method | "OPTIONS", RouteHandler<P>> {
  const allowed = methods.filter((method) => handlers[method]);
  const allow = [...allowed, ...(handlers.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refuse: RouteHandler<P> = async (request) =>
    problem(request, "method_not_allowed", {}, { Allow: allow });
  const explain: RouteHandler<P> = async () => new Response(null, { status: 204, headers: { Allow: allow } });
  refusals.add(refuse).add(explain);
  const entries = methods.map((method) => {
    const handler = handlers[method];
    return [method, handler ? guarded(handler, options.limit) : refuse];
  });
  return { ...Object.fromEntries(entries), OPTIONS: explain };
}

function guarded<P extends Params>(handler: Handler<P>, limit: LimitedUse | undefined): RouteHandler<P> {
  return async (request, { params }) => {
    try {
      const wait = limit ? await secondsToWait(limit, request.headers) : null;
      if (wait !== null) return problem(request, "rate_limited", {}, { "Retry-After": String(wait) });
      return await handler(request, await params);
    } catch (error) {
      unstable_rethrow(error);
      // Tokens stand in the rest of the address.
      const area = new URL(request.url).pathname.split("/").slice(0, 4).join("/");
      log.error({ area, method: request.method, error: nameOfError(error) }, "request failed");
      return problem(request, isUnreachable(error) ? "unavailable" : "internal");
    }
  };
}
