import { useTranslations } from "next-intl";
import type { GuidePage } from "@/lib/guides/types";
import { Fact } from "./fact";

/** The figures people look for first, as cards under the title. */
export function Brief({ page: { brief, locale } }: { page: Pick<GuidePage, "brief" | "locale"> }) {
  const t = useTranslations("guide");
  return (
    <dl
      aria-label={t("brief")}
      className="grid grid-cols-[repeat(auto-fit,minmax(min(8.5rem,45%),1fr))] gap-px overflow-hidden rounded-card border border-line bg-line shadow-card"
    >
      {brief.map((card) => (
        <div key={card.fact.id} className="bg-card px-4 py-4 sm:px-5">
          <dt className="wrap-anywhere hyphens-auto text-sm text-soft">{card.label}</dt>
          <dd className="wrap-anywhere text-lg font-bold text-teal-deep">
            <Fact fact={card.fact} locale={locale} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
