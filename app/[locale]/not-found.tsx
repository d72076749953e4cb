import { useLocale, useTranslations } from "next-intl";
import { PageShell } from "@/components/layout/page-shell";
import { Button } from "@/components/ui/button";

/** 404 in the reader's language. */
export default function NotFoundPage() {
  const locale = useLocale();
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
