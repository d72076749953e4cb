import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Star } from "@/components/ui/star";
import type { Locale } from "@/lib/i18n/routing";
import { LanguageSwitch } from "./language-switch";

type Props = { locale: Locale /** Address after the language. */; path: string; withSearch: boolean };

const areas = ["guides", "offices"] as const;

/** Who we are, where you can go, in which language. Of all this only the name is printed. */
export function PageHeader({ locale, path, withSearch }: Props) {
  const t = useTranslations("layout");
  return (
    <header className="border-b border-line bg-card">
      <div className="wrap flex min-h-16 flex-wrap items-center gap-x-3 gap-y-2 py-2 sm:gap-x-4">
        <a
          href={`/${locale}`}
          className="inline-flex min-h-11 items-center gap-2.5 text-lg font-extrabold text-teal-deep no-underline"
        >
          <Star />
          <span className="max-[22rem]:sr-only">{t("brand")}</span>
        </a>
        <nav aria-label={t("navigation")} className="no-print hidden gap-1 md:flex lg:ms-4">
          {areas.map((area) => (
            <a
              key={area}
              href={`/${locale}/${area}`}
              aria-current={path.startsWith(`/${area}`) ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-control px-3 text-ink no-underline hover:bg-sand aria-[current]:font-bold aria-[current]:text-teal-deep"
            >
              {t(area)}
            </a>
          ))}
        </nav>
        {withSearch ? <SearchField locale={locale} /> : null}
        <LanguageSwitch locale={locale} path={path} />
      </div>
    </header>
  );
}

function SearchField({ locale }: { locale: Locale }) {
  const t = useTranslations("layout");
  return (
    <search className="no-print order-last w-full md:order-none md:w-60 lg:w-72">
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
          className="min-h-11 min-w-0 flex-1 rounded-control bg-transparent px-3 placeholder:text-soft"
        />
        <button
          type="submit"
          aria-label={t("search")}
          className="grid min-w-11 cursor-pointer place-items-center rounded-control text-teal"
        >
          <Icon name="search" className="size-5" />
        </button>
      </form>
    </search>
  );
}
