import { useTranslations } from "next-intl";
import { guideHref } from "@/lib/guides/mdx/links";
import type { GuideSummary } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";

/** Guides that belong to this one. */
export function Related({ guides, locale }: { guides: GuideSummary[]; locale: Locale }) {
  const t = useTranslations("guide");
  if (guides.length === 0) return null;
  return (
    <nav aria-labelledby="related" className="print:hidden">
      <h2 id="related">{t("related")}</h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away. */}
      <ul role="list" className="mt-4 grid gap-3 sm:grid-cols-2">
        {guides.map((guide) => (
          <li key={guide.slug}>
            <a
              href={guideHref(locale, guide.slug)}
              className="block h-full rounded-card border border-line bg-card px-5 py-4 font-bold text-teal-deep no-underline shadow-card hover:border-teal"
            >
              {guide.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
