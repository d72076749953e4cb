import { directions, isLocale, locales, routing } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

/** What a phone needs to keep the portal like an app, in one language. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale: language } = await params;
  const locale = isLocale(language) ? language : routing.defaultLocale;
  const t = translator(locale, "layout");
  const icons = [192, 512].map((size) => ({
    src: `/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose: "any maskable",
  }));
  const manifest = {
    id: "/",
    name: t("brand"),
    short_name: t("brand"),
    description: t("description"),
    lang: locale,
    dir: directions[locale],
    start_url: `/${locale}`,
    scope: "/",
    display: "minimal-ui",
    background_color: "#fbf8f2",
    theme_color: "#0b5a5e",
    icons,
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "Content-Type": "application/manifest+json", "Cache-Control": "public, max-age=86400" },
  });
}
