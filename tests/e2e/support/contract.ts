import type { APIRequestContext, APIResponse } from "@playwright/test";
import { type ApiDocument, contractOf } from "../../support/contract";

let made: Promise<{ document: ApiDocument; contract: ReturnType<typeof contractOf> }> | undefined;

/** The OpenAPI document of the portal, and what holds answers against it. Asked for once, by a request nobody checks. */
export function portalContract(request: APIRequestContext) {
  made ??= request.get("/api/v1/openapi.json").then(async (response) => {
    const document: ApiDocument = await response.json();
    return { document, contract: contractOf(document) };
  });
  return made;
}

/** What is wrong with an answer of the API by the portal's own document; nothing for any other address. */
async function faultsOf(request: APIRequestContext, method: string, response: APIResponse) {
  const { pathname } = new URL(response.url());
  // These have no body, and say nothing that the others do not.
  if (!/^\/api(\/|$)/.test(pathname) || method === "HEAD" || method === "OPTIONS") return [];
  const { contract } = await portalContract(request);
  const headers = new Headers(response.headers());
  const isJson = /json$/.test(headers.get("content-type") ?? "");
  const body = isJson ? await response.json() : await response.text();
  const found = contract.check(method, pathname, { status: response.status(), headers, body });
  return found.map((fault) => `${method} ${pathname}: ${response.status()}: ${fault}`);
}

const verbs = ["get", "post", "put", "patch", "delete"] as const;

/** A `request` that looks at every answer of the API, and notes what its document does not know. */
export async function checkedRequest(
  request: APIRequestContext,
  faults: string[],
): Promise<APIRequestContext> {
  await portalContract(request);
  return new Proxy(request, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      const verb = verbs.find((known) => known === name);
      if (!verb && name !== "fetch") return value.bind(target);
      return async (...[url, options]: Parameters<APIRequestContext["fetch"]>) => {
        const response: APIResponse = await value.call(target, url, options);
        const method = (verb ?? options?.method ?? "get").toUpperCase();
        faults.push(...(await faultsOf(target, method, response)));
        return response;
      };
    },
  });
}
