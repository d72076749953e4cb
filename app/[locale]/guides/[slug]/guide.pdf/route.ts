import { paperLaterPage } from "@/lib/guides/paper/later/queries";
import { guideOnPaper } from "@/lib/guides/paper/queries";
import { getGuideSummary } from "@/lib/guides/queries";
import type { GuideSummary } from "@/lib/guides/types";
import { isLocale, type Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { contentPolicy } from "@/lib/platform/security-headers";
import { siteAddress } from "@/lib/platform/site";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** `/{locale}/guides/{slug}/guide.pdf`: the guide on A4. Addresses that lead nowhere are answered by `proxy.ts`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const summary = isLocale(locale) ? getGuideSummary(slug, locale) : null;
  if (!isLocale(locale) || !summary) return new Response(null, { status: 404 });
  const guide = guideOnPaper(slug, locale);
  if (!guide) return new Response(null, { status: 404 });
  const tag = `"${guide.version}"`;
  const common = {
    "Cache-Control": "public, max-age=300, must-revalidate",
    ETag: tag,
    Link: `<${siteAddress()}/${locale}/guides/${slug}>; rel="canonical"`,
  };
  if (isAmong(tag, request.headers.get("if-none-match")))
    return new Response(null, { status: 304, headers: common });
  const made = await guide.content();
  if (!made.ok) return later(request, summary, locale);
  return new Response(new Uint8Array(made.pdf), {
    headers: {
      ...common,
      "Content-Type": "application/pdf",
      "Content-Language": locale,
      "Content-Disposition": `inline; filename="${slug}-${locale}.pdf"`,
    },
  });
}

function isAmong(tag: string, header: string | null): boolean {
  return (
    header?.split(",").some((each) => each.trim().replace(/^W\//, "") === tag || each.trim() === "*") ?? false
  );
}

/** A page for people; one line for programs, which do not ask for pages. */
async function later(request: Request, guide: GuideSummary, locale: Locale): Promise<Response> {
  const asPage = request.headers.get("accept")?.includes("text/html") ?? false;
  const body = asPage
    ? await paperLaterPage(guide, locale, new URL(request.url).origin)
    : translator(locale, "guide.pdf")("later");
  return new Response(body, {
    status: 503,
    headers: {
      "Content-Type": `text/${asPage ? "html" : "plain"}; charset=utf-8`,
      "Content-Language": locale,
      "Content-Security-Policy": contentPolicy(null),
      "Retry-After": "30",
      "Cache-Control": "no-store",
      Vary: "Accept",
    },
  });
}
