import { useTranslations } from "next-intl";
import { Star } from "@/components/ui/star";
import type { Locale } from "@/lib/i18n/routing";

const columns = [
  ["guides", "checks", "offices", "glossary", "search", "saved"],
  ["imprint", "privacy", "accessibility", "staff"],
] as const;

/** What the portal is, the way to its areas on small screens, and what the law asks for. */
export function PageFooter({ locale }: { locale: Locale }) {
  const t = useTranslations("layout");
  return (
    <footer className="no-print mt-14 border-t border-line bg-sand py-8 text-[.94rem]">
      <div className="wrap grid gap-x-12 gap-y-6 md:grid-cols-[minmax(0,1fr)_auto]">
        <div className="grid max-w-[24rem] content-start gap-2">
          <p className="flex items-center gap-2.5 font-extrabold text-teal-deep">
            <Star className="size-7" />
            {t("brand")}
          </p>
          <p className="text-soft">{t("statement")}</p>
        </div>
        <nav aria-label={t("footer")} className="flex flex-wrap gap-x-14">
          {columns.map((pages) => (
            <ul key={pages[0]} className="min-w-32">
              {pages.map((page) => (
                <li key={page}>
                  <a href={`/${locale}/${page}`} className="inline-flex min-h-11 items-center text-soft">
                    {t(page)}
                  </a>
                </li>
              ))}
            </ul>
          ))}
        </nav>
      </div>
    </footer>
  );
}
