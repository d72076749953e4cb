import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "vitest";
import { type Method, refusals } from "@/app/api/endpoint";
import { openApiDocument } from "@/app/api/openapi/document";
import { type ApiDocument, contractOf } from "./contract";

const root = resolve(import.meta.dirname, "../../app/api");
const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
export type Route = { verb: Method; path: string; call: Handler };

/** Every method that a route of the API takes, as its files in app/api say; but for the one that answers 404 to the rest. */
export async function apiRoutes(): Promise<Route[]> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => /(^|\/)route\.ts$/.test(file) && file !== "[[...path]]/route.ts",
  );
  const routes = await Promise.all(
    files.map(async (file) => {
      const module: Partial<Record<Method, Handler>> = await import(join(root, file));
      const path = `/api/${file.replace(/\/route\.ts$/, "").replaceAll(/\[(\w+)\]/g, "{$1}")}`;
      return verbs.flatMap((verb) => {
        const call = module[verb];
        return call && !refusals.has(call) ? [{ verb, path, call }] : [];
      });
    }),
  );
  return routes.flat();
}

/** What a route of the API answers when it is called without a server, at an address of its path. */
export async function callRoute(
  name: `${Method} ${string}`,
  params: Record<string, string> = {},
  init: RequestInit & { query?: string } = {},
): Promise<{ response: Response; pathname: string }> {
  const route = (await apiRoutes()).find(({ verb, path }) => `${verb} ${path}` === name);
  if (!route) throw new Error(`there is no ${name}`);
  const pathname = route.path.replaceAll(/\{(\w+)\}/g, (_, param: string) => params[param] ?? "x");
  const request = new Request(`http://localhost${pathname}${init.query ?? ""}`, {
    ...init,
    method: route.verb,
  });
  return { response: await route.call(request, { params: Promise.resolve(params) }), pathname };
}

/** A request body in JSON, and the header that says so. */
export const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  body: JSON.stringify(body),
  headers: { "Content-Type": "application/json", ...headers },
});

/** The OpenAPI document as a client gets it. */
export const apiDocument = (): ApiDocument => JSON.parse(JSON.stringify(openApiDocument()));

let contract: ReturnType<typeof contractOf> | undefined;

/** What `callRoute` gives, read; expects it to be an answer that the document knows. */
export async function answerOf(...[name, params, init]: Parameters<typeof callRoute>) {
  contract ??= contractOf(apiDocument());
  const { response, pathname } = await callRoute(name, params, init);
  const { status, headers } = response;
  const isJson = /json$/.test(headers.get("content-type") ?? "");
  const body = isJson ? await response.json() : await response.text();
  expect(contract.check(name.split(" ")[0] ?? "", pathname, { status, headers, body })).toEqual([]);
  return { status, headers, body };
}
