import { useTranslations } from "next-intl";
import type { GuideSummary } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";

/** Guides with what each is about. */
export function GuideList({
  guides,
  locale,
  headings = "h2",
}: {
  guides: GuideSummary[];
  locale: Locale;
  headings?: "h2" | "h3";
}) {
  const t = useTranslations("guides");
  const Heading = headings;
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(20rem,100%),1fr))] gap-4">
      {guides.map((guide) => (
        <li key={guide.slug}>
          <article className="relative grid h-full content-start gap-2 rounded-card border border-line bg-card p-5 shadow-card focus-within:border-teal hover:border-teal">
            <Heading className="text-[1.15em]">
              {/* The link's area covers the card; the description stays readable text. */}
              <a
                href={`/${locale}/guides/${guide.slug}`}
                className="no-underline after:absolute after:inset-0"
              >
                {guide.title}
              </a>
            </Heading>
            <p className="text-[.95em] text-soft">{guide.description}</p>
            <p className="text-sm text-soft">{t("minutes", { minutes: guide.minutes })}</p>
          </article>
        </li>
      ))}
    </ul>
  );
}
