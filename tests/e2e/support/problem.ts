import { type APIResponse, expect } from "@playwright/test";

/** An answer of RFC 9457 with this status and code; gives its members. */
export async function problemOf(response: APIResponse, status: number, code: string) {
  const body = await response.json();
  expect.soft(response.status(), JSON.stringify(body)).toBe(status);
  expect(response.headers()["content-type"]).toContain("application/problem+json");
  expect(body).toMatchObject({ status, code, title: expect.any(String), detail: expect.any(String) });
  return body;
}
