import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/routing";

/** Helpful or not: a plain form, and the next page asks what was missing. Nothing tells who answers. */
export function PageFeedback({ locale, path }: { locale: Locale; path: string }) {
  const t = useTranslations("feedback");
  return (
    <form
      action={`/${locale}/feedback/send`}
      method="post"
      className="no-print mt-4 flex flex-wrap items-center gap-3 border-t border-line pt-4"
    >
      <input type="hidden" name="page" value={path} />
      <b id="helpful">{t("question")}</b>
      <span className="flex gap-3">
        {(["yes", "no"] as const).map((answer) => (
          <button
            key={answer}
            type="submit"
            name="helpful"
            value={answer}
            aria-describedby="helpful"
            className={`${buttonLook("quiet")} cursor-pointer`}
          >
            {t(answer)}
          </button>
        ))}
      </span>
      <a href="#content" className="ms-auto inline-flex min-h-11 items-center">
        {t("top")}
      </a>
    </form>
  );
}
