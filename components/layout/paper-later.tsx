import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { laterPath } from "@/lib/guides/paper/later/rules";
import type { Locale } from "@/lib/i18n/routing";
import { PageShell } from "./page-shell";

/** Asks to come again for the PDF of a guide, which is named in its slot, and leads back to that guide. */
export function PaperLater({ locale }: { locale: Locale }) {
  const t = useTranslations("guide.pdf");
  const guide = `/${locale}${laterPath}`;
  return (
    <PageShell locale={locale} path={laterPath}>
      <div className="wrap grid max-w-[42rem] justify-items-start gap-4 py-10">
        <h1>{t("laterTitle")}</h1>
        <p data-slot="guide" className="font-bold" />
        <p role="alert">{t("later")}</p>
        <Button href={`${guide}/guide.pdf`}>{t("again")}</Button>
        <p>{t("instead")}</p>
        <Button variant="quiet" href={guide}>
          {t("back")}
        </Button>
      </div>
    </PageShell>
  );
}
