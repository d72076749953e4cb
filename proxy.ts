import { readFileSync } from "node:fs";
import { type NextRequest, NextResponse } from "next/server";
import { acceptedLocale } from "@/lib/i18n/accept";
import { isLocale, type Locale } from "@/lib/i18n/routing";
import { readToken } from "@/lib/platform/crypto";
import { contentPolicy } from "@/lib/platform/security-headers";

// Pages on which something is done hydrate and get a nonce; everything else is plain HTML and may run no script of the page.
const doing =
  /^\/[a-z]{2}\/(offices\/[^/]+\/(book|waitlist|draw)|appointments|draws|feedback|waitlist|staff)(\/|$)/;

let prerendered: Set<string> | null | undefined;

/** Addresses of the reading pages that the build made; null in development, where every page is made on demand. */
function readingPages(): Set<string> | null {
  if (prerendered === undefined) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(".next/prerender-manifest.json", "utf8"));
      prerendered = new Set(Object.keys((manifest as { routes: Record<string, unknown> }).routes));
    } catch {
      prerendered = null;
    }
    if (process.env.NODE_ENV === "development") prerendered = null;
  }
  return prerendered;
}

/**
 * Whether an address leads nowhere. `notFound()` in a page gives a document that only scripts can fill, so addresses
 * that can be judged without the database are judged here; those get a plain page and the status 404.
 */
function leadsNowhere({ pathname, searchParams }: URL): boolean {
  const pages = readingPages();
  if (!pages) return false;
  const [, locale, area, second, third, fourth] = pathname.split("/");
  if (area === "staff") return false;
  if (area === "offices" && third === "book") {
    if (!pages.has(`/${locale}/offices/${second}`)) return true;
    return fourth !== undefined && (fourth !== "sent" || !readToken("hold", searchParams.get("hold") ?? ""));
  }
  if (area === "offices" && third === "waitlist") {
    return fourth !== undefined || !pages.has(`/${locale}/offices/${second}`) || !searchParams.get("concern");
  }
  if (area === "waitlist") return third !== undefined || !readToken("waitlist", second ?? "");
  if (area === "offices" && third === "draw") {
    if (!pages.has(`/${locale}/offices/${second}`)) return true;
    return (
      fourth !== undefined && (fourth !== "sent" || !readToken("draw-sent", searchParams.get("entry") ?? ""))
    );
  }
  if (area === "draws") {
    if (second === "entry") return fourth !== undefined || !readToken("draw-entry", third ?? "");
    return third !== undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(second ?? "");
  }
  // Filled in by the handler for answers, and nothing by itself.
  if (area === "checks" && third === "questions") return true;
  if (area === "feedback" && second === "send") return third !== undefined;
  if (area === "feedback")
    return second !== undefined || !readToken("feedback", searchParams.get("given") ?? "");
  if (area === "appointments") {
    if (third !== undefined || second === undefined) return true;
    if (second === "confirm") return !readToken("confirm", searchParams.get("token") ?? "");
    return !readToken("manage", second);
  }
  // Filled in where the PDF of a guide cannot be made, and nothing by itself.
  if (area === "guides" && second === "later") return true;
  if (area === "guides" && third === "guide.pdf")
    return fourth !== undefined || !pages.has(`/${locale}/guides/${second}`);
  return !pages.has(pathname) || area === "not-found";
}

/** The prerendered page for addresses that lead nowhere, with the status that a rewrite could not give it. */
function notFound(locale: Locale): NextResponse {
  const html = readFileSync(`.next/server/app/${locale}/not-found.html`);
  return new NextResponse(html, {
    status: 404,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": contentPolicy(null),
      "Cache-Control": "no-store",
    },
  });
}

/**
 * Plain HTML too, but with something in it that a handler beside the page fills in for each request: the results of a
 * search, the step of a check, what is open now.
 */
function filledIn(request: NextRequest, name: "results" | "answers" | "now"): NextResponse {
  const address = request.nextUrl.clone();
  // What is rewritten comes by here again.
  const there = address.pathname.endsWith(`/${name}`);
  if (!there) address.pathname += `/${name}`;
  const response = there ? NextResponse.next() : NextResponse.rewrite(address);
  response.headers.set("Content-Security-Policy", contentPolicy(null));
  return response;
}

/** Answers to a check that there is come in the address or, when they must not stand there, in the body of a form. */
function answersCheck({ method, nextUrl: { pathname, search } }: NextRequest): boolean {
  const check = /^(\/[a-z]{2}\/checks\/[a-z0-9-]+)(\/answers)?$/.exec(pathname)?.[1];
  if (!check || readingPages()?.has(check) === false) return false;
  return method === "POST" || search !== "";
}

/** The list of offices and each office say what is open now. In development only when something is asked there. */
function isOfficePage({ pathname, searchParams }: URL): boolean {
  const page = /^(\/[a-z]{2}\/offices(?:\/[a-z0-9-]+?)??)(?:\/now)?$/.exec(pathname)?.[1];
  if (!page) return false;
  const pages = readingPages();
  return pages ? pages.has(page) : searchParams.has("place") || searchParams.has("surname");
}

/** The reading page that an address means which was written with capital letters, as telephones begin a line. */
function inSmallLetters({ pathname, search }: URL): string | null {
  const small = pathname.toLowerCase();
  return small !== pathname && readingPages()?.has(small) ? small + search : null;
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Language of an address without one, and the security headers of every page. Nothing is authorised here. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith("/api/")) {
    // What cannot be decoded would end as an error of the server.
    return isDecodable(pathname)
      ? NextResponse.next()
      : NextResponse.rewrite(new URL("/api/nowhere", request.url));
  }
  const first = pathname.split("/")[1];
  const meant = inSmallLetters(request.nextUrl);
  if (meant) return NextResponse.redirect(new URL(meant, request.url), 308);
  if (!isLocale(first)) {
    const locale = acceptedLocale(request.headers.get("accept-language"));
    const rest = pathname === "/" ? "" : pathname;
    const response = NextResponse.redirect(new URL(`/${locale}${rest}${search}`, request.url), 307);
    response.headers.set("Vary", "Accept-Language");
    return response;
  }

  const asksSearch = pathname === `/${first}/search` || pathname === `/${first}/search/results`;
  if (asksSearch && request.nextUrl.searchParams.has("q")) return filledIn(request, "results");
  if (answersCheck(request)) return filledIn(request, "answers");
  if (isOfficePage(request.nextUrl)) return filledIn(request, "now");
  if (leadsNowhere(new URL(request.url))) return notFound(first);
  // No page: what shows it has rules of its own.
  if (pathname.endsWith("/guide.pdf")) return NextResponse.next();

  const nonce = doing.test(pathname) || process.env.NODE_ENV === "development" ? crypto.randomUUID() : null;
  const csp = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy and puts it into its own scripts.
  headers.set("Content-Security-Policy", csp);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", csp);
  if (/^\/[a-z]{2}\/(appointments|feedback|waitlist|draws\/entry|staff)(\/|$)/.test(pathname))
    response.headers.set("Cache-Control", "no-store");
  // Next would let shared caches keep a prerendered page for a year; a fact that changed must show within minutes.
  if (!nonce) response.headers.set("Cache-Control", "public, max-age=300, must-revalidate");
  return response;
}

// Not the files there are, by their names: any other name with a dot in it leads to the page for what is not there. Of the
// API only what has a percent sign in it: its answers are to cost nothing here.
export const config = {
  matcher: [
    "/((?!api(?:/|$)|_next/|dev/|(?:portal|saved|search|sw)\\.js$|icon\\.svg$|icon-\\d+\\.png$|favicon\\.ico$|robots\\.txt$|sitemap\\.xml$|(?:ar|de|en)/(?:feed\\.xml|app\\.webmanifest|qr\\.svg)$).*)",
    "/api/(.*%.*)",
  ],
};
