import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/routing";
import { PageShell } from "./page-shell";

/** 404 in the reader's language. */
export function NotFoundMessage({ locale }: { locale: Locale }) {
  const t = useTranslations("errors");
  return (
    <PageShell locale={locale} path="">
      <div className="wrap grid max-w-[42rem] justify-items-start gap-4 py-14">
        <h1>{t("notFoundTitle")}</h1>
        <p>{t("notFound")}</p>
        <Button href={`/${locale}`}>{t("home")}</Button>
      </div>
    </PageShell>
  );
}
