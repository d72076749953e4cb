import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/routing";
import { PageFooter } from "./page-footer";
import { PageHeader } from "./page-header";

type Props = {
  locale: Locale;
  /** Address of the page after the language, `/guides/blue-passport`; the language switch keeps it. */
  path: string;
  /** The home page and the search have a larger search field of their own. */
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
        className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-2 focus:z-10 focus:rounded-control focus:bg-card focus:p-3 focus:font-bold"
      >
        {t("skip")}
      </a>
      <PageHeader locale={locale} path={path} withSearch={withSearch} />
      <main id="content">{children}</main>
      <PageFooter locale={locale} />
    </>
  );
}
