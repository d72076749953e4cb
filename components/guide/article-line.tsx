import { useTranslations } from "next-intl";
import type { Article } from "@/lib/guides/articles/types";
import type { Locale } from "@/lib/i18n/routing";

/** Under the heading of an article in its guide: whether it was confirmed, and the way to its own page. */
export function ArticleLine({ article: { state, path }, locale }: { article: Article; locale: Locale }) {
  const t = useTranslations("guide.articles");
  return (
    <p className="text-sm text-soft">
      {t(`states.${state}`)}{" "}
      <a href={`/${locale}${path}`} className="inline-block py-1 print:hidden">
        {t("alone")}
      </a>
    </p>
  );
}
