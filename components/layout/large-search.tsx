import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";

type Props = {
  locale: Locale;
  placeholder: string /** On the page of the results, where they come while typing. */;
  live?: boolean;
};

/** The search field where searching is what the page is for. A plain form. */
export function LargeSearch({ locale, placeholder, live = false }: Props) {
  const t = useTranslations("layout");
  return (
    <search>
      <form
        action={`/${locale}/search`}
        method="get"
        data-search={live ? "" : undefined}
        className="mt-6 flex max-w-[42rem] gap-2 rounded-card border-2 border-teal bg-card p-1.5 shadow-card focus-within:outline-3 focus-within:outline-offset-3 focus-within:outline-saffron"
      >
        <input
          name="q"
          type="search"
          data-slot={live ? "query" : undefined}
          autoComplete={live ? "off" : undefined}
          aria-label={t("searchLabel")}
          placeholder={placeholder}
          maxLength={200}
          className="min-h-11 min-w-0 flex-1 bg-transparent px-3 text-ellipsis outline-none placeholder:text-soft"
        />
        <Button type="submit" className="max-sm:px-3">
          <Icon name="search" className="size-5 sm:hidden" />
          <span className="max-sm:sr-only">{t("search")}</span>
        </Button>
      </form>
    </search>
  );
}
