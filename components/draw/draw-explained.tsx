import { useTranslations } from "next-intl";
import type { DrawView } from "@/lib/booking/draw/types";
import type { Locale } from "@/lib/i18n/routing";
import { useDrawTimes } from "./draw-times";

/** How a draw goes, step by step, in plain words. */
export function DrawExplained({ locale, draw }: { locale: Locale; draw: DrawView }) {
  const t = useTranslations("draw.how");
  const { to } = useDrawTimes(locale)(draw);
  return (
    <section className="grid gap-3">
      <h2>{t("title")}</h2>
      <ol className="grid list-decimal gap-2 ps-6">
        <li>{t("enter")}</li>
        <li>{t("confirm")}</li>
        <li>{t("drawn", { to })}</li>
        <li>{t("won")}</li>
      </ol>
      <p>
        {t("fair")} <a href={`/${locale}/draws/${draw.id}`}>{t("record")}</a>
      </p>
    </section>
  );
}
