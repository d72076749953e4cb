import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { GuidePage } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";

type Props = { book: GuidePage["book"]; locale: Locale };

/** The appointment that belongs to the guide; without one, the way to an office. */
export function BookThis({ book, locale }: Props) {
  const t = useTranslations("guide.book");
  if (!book) {
    return (
      <p className="print:hidden">
        <Button href={`/${locale}/offices`}>{t("find")}</Button>
      </p>
    );
  }
  return (
    <div className="grid justify-items-start gap-1.5 print:hidden">
      <Button href={book.href}>{t("action")}</Button>
      <span className="text-sm text-soft">
        {t("concern", { concern: book.concern, office: book.office })}
      </span>
    </div>
  );
}
