import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { CheckSummary } from "@/lib/checks/types";
import type { Locale } from "@/lib/i18n/routing";

type Props = { checks: CheckSummary[]; locale: Locale };

/** The checks that belong to a guide or a topic, as a way to a quick answer. */
export function CheckLinks({ checks, locale }: Props) {
  const t = useTranslations("checks");
  if (checks.length === 0) return null;
  return (
    <nav
      aria-label={t("title")}
      className="rounded-card border border-line bg-teal-wash px-5 py-3 print:hidden"
    >
      <p className="text-sm text-soft">{t("unsure")}</p>
      <Titles checks={checks} locale={locale} />
    </nav>
  );
}

/** All checks on the home page. */
export function CheckSection({ checks, locale }: Props) {
  const t = useTranslations("checks");
  return (
    <section className="mt-12">
      <h2>{t("title")}</h2>
      <p className="mt-1 max-w-[42rem] text-soft">{t("short")}</p>
      <Titles checks={checks} locale={locale} className="mt-2 sm:grid-cols-2 lg:grid-cols-4" />
    </section>
  );
}

function Titles({ checks, locale, className = "" }: Props & { className?: string }) {
  return (
    <ul className={`grid gap-x-8 ${className}`}>
      {checks.map(({ slug, title }) => (
        <li key={slug}>
          <a
            href={`/${locale}/checks/${slug}`}
            className="inline-flex min-h-11 items-center gap-1.5 font-semibold"
          >
            {title}
            <Icon name="forward" className="size-4 flex-none" />
          </a>
        </li>
      ))}
    </ul>
  );
}
