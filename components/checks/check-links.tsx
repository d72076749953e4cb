import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { CheckSummary } from "@/lib/checks/types";
import type { Locale } from "@/lib/i18n/routing";

type Props = { checks: CheckSummary[]; locale: Locale };

/** The checks that belong to a guide or a topic, as a way to a quick answer. Every byte counts: guides are read on phones. */
export function CheckLinks({ checks, locale }: Props) {
  const t = useTranslations("checks");
  return checks.map(({ slug, title }) => (
    <p key={slug} className="print:hidden">
      {t("inShort")}{" "}
      <a href={`/${locale}/checks/${slug}`} className="inline-flex min-h-11 items-center font-semibold">
        {title}
      </a>
    </p>
  ));
}

/** All checks on the home page. */
export function CheckSection({ checks, locale }: Props) {
  const t = useTranslations("checks");
  return (
    <section className="mt-12">
      <h2>{t("title")}</h2>
      <p className="text-soft">{t("short")}</p>
      <ul className="mt-2 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
        {checks.map(({ slug, title }) => (
          <li key={slug}>
            <a
              href={`/${locale}/checks/${slug}`}
              className="inline-flex min-h-11 items-center gap-1.5 font-semibold"
            >
              {title}
              <Icon name="forward" className="size-4" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
