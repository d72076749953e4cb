import { useTranslations } from "next-intl";
import { type Locale, localeNames, locales } from "@/lib/i18n/routing";

/** The same page in the other languages, each under its own name. */
export function LanguageSwitch({ locale, path }: { locale: Locale; path: string }) {
  const t = useTranslations("layout");
  return (
    <nav
      aria-label={t("language")}
      className="no-print ms-auto flex rounded-full bg-sand p-0.5 text-[.88rem] sm:text-[.94rem]"
    >
      {locales.map((other) => (
        <a
          key={other}
          href={`/${other}${path}`}
          lang={other}
          hrefLang={other}
          aria-current={other === locale ? "true" : undefined}
          className="inline-flex min-h-11 items-center rounded-full px-2.5 text-soft no-underline hover:text-teal-deep aria-[current]:bg-card aria-[current]:font-bold aria-[current]:text-teal-deep sm:px-4"
        >
          {localeNames[other]}
        </a>
      ))}
    </nav>
  );
}
