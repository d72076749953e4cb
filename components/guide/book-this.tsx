import { useTranslations } from "next-intl";
import { Button, buttonLook } from "@/components/ui/button";
import type { Booking } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";

type Props = {
  book: Booking | null;
  locale: Locale /** One of several; its name is on the button. */;
  further?: boolean;
};

/** The appointment that belongs to the guide; of several offices the reader chooses one. Without any, the way to them. */
export function BookThis({ book, locale, further = false }: Props) {
  const t = useTranslations("guide.book");
  if (!book) {
    return (
      <p className="print:hidden">
        <Button href={`/${locale}/offices`}>{t("find")}</Button>
      </p>
    );
  }
  const [only, ...others] = book.offices;
  const variant = further ? "quiet" : "primary";
  const label = further ? book.concern : t("action");
  return (
    <div className="grid justify-items-start gap-1.5 print:hidden">
      {only && others.length === 0 ? (
        <Button href={only.href} variant={variant}>
          {label}
        </Button>
      ) : (
        <details className="grid gap-2">
          <summary
            className={`${buttonLook(variant)} cursor-pointer list-none [&::-webkit-details-marker]:hidden`}
          >
            {label}
          </summary>
          <p className="mt-2 text-sm text-soft">{t("choose")}</p>
          <ul className="grid">
            {book.offices.map(({ href, checklist, city, name }) => (
              <li key={href} className="flex flex-wrap items-center gap-x-4">
                <a href={href} title={name} className="inline-flex min-h-11 items-center font-semibold">
                  {city}
                </a>
                <a href={checklist} className="inline-flex min-h-11 items-center text-sm">
                  {t("checklist")}
                  <span className="sr-only">: {city}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {further ? null : (
        <span className="text-sm text-soft">
          {only && others.length === 0
            ? t("concern", { concern: book.concern, office: only.name })
            : book.concern}
        </span>
      )}
    </div>
  );
}
