import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Star } from "@/components/ui/star";
import type { Locale } from "@/lib/i18n/routing";
import { LanguageSwitch } from "./language-switch";

type Props = {
  locale: Locale;
  /** Address of the page after the language, `/guides/blue-passport`; the language switch keeps it. */
  path: string;
  /** The home page has a larger search field of its own. */
  withSearch?: boolean;
  children: ReactNode;
};

/** What every page shares: the way to the content, the header, the footer. Plain links and forms only. */
export function PageShell({ locale, path, withSearch = true, children }: Props) {
  const t = useTranslations("layout");
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-2 focus:z-10 focus:bg-card focus:p-3"
      >
        {t("skip")}
      </a>
      <header className="no-print border-b border-line bg-card">
        <div className="wrap flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 py-2">
          <a
            href={`/${locale}`}
            className="inline-flex min-h-11 items-center gap-2.5 text-lg font-extrabold text-teal-deep no-underline"
          >
            <Star />
            {t("brand")}
          </a>
          {withSearch ? (
            <search className="order-last w-full sm:order-none sm:ms-6 sm:w-72">
              <form
                action={`/${locale}/search`}
                method="get"
                className="flex rounded-control border border-soft bg-card"
              >
                <input
                  name="q"
                  type="search"
                  aria-label={t("searchLabel")}
                  placeholder={t("searchLabel")}
                  maxLength={200}
                  className="min-h-11 min-w-0 flex-1 bg-transparent px-3"
                />
                <button
                  type="submit"
                  aria-label={t("search")}
                  className="grid min-w-11 cursor-pointer place-items-center text-teal"
                >
                  <Icon name="search" className="size-5" />
                </button>
              </form>
            </search>
          ) : null}
          <LanguageSwitch locale={locale} path={path} />
        </div>
      </header>
      <main id="content">{children}</main>
      <footer className="no-print mt-12 border-t border-line bg-sand py-6 text-[.92rem]">
        <nav aria-label={t("footer")} className="wrap flex flex-wrap gap-x-6 gap-y-1">
          {(["imprint", "privacy", "accessibility", "staff"] as const).map((page) => (
            <a key={page} href={`/${locale}/${page}`} className="inline-flex min-h-11 items-center text-soft">
              {t(page)}
            </a>
          ))}
        </nav>
      </footer>
    </>
  );
}
