import { type NextRequest, NextResponse } from "next/server";
import { acceptedLocale } from "@/lib/i18n/accept";
import { isLocale } from "@/lib/i18n/routing";

// Pages on which something is done hydrate and get a nonce; everything else is plain HTML and may run no script of the page.
const doing = /^\/[a-z]{2}\/(offices\/[^/]+\/book|appointments|staff|search)(\/|$)/;

const common = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
];

function policy(nonce: string | null): string {
  const development = process.env.NODE_ENV === "development";
  const script = nonce
    ? `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`
    : "script-src 'self'";
  // Hot reload puts styles into the page.
  const rules = development ? common.map((rule) => rule.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")) : common;
  return [...rules, script].join("; ");
}

/** Language of an address without one, and the security headers of every page. Nothing is authorised here. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!isLocale(pathname.split("/")[1])) {
    const locale = acceptedLocale(request.headers.get("accept-language"));
    const rest = pathname === "/" ? "" : pathname;
    const response = NextResponse.redirect(new URL(`/${locale}${rest}${search}`, request.url), 307);
    response.headers.set("Vary", "Accept-Language");
    return response;
  }

  const nonce = doing.test(pathname) || process.env.NODE_ENV === "development" ? crypto.randomUUID() : null;
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy and puts it into its own scripts.
  headers.set("Content-Security-Policy", csp);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", csp);
  if (/^\/[a-z]{2}\/(appointments|staff)(\/|$)/.test(pathname)) response.headers.set("Cache-Control", "no-store");
  return response;
}

export const config = { matcher: ["/((?!api/|_next/|dev/|.*\\.[a-z0-9]+$).*)"] };
