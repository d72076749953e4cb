import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/routing";

/** Asks for a postcode or a town; what is marked `data-slot` is filled in by the server (`lib/offices/page`). */
export function PlaceForm({ locale }: { locale: Locale }) {
  const t = useTranslations("finder");
  return (
    <search>
      <form action={`/${locale}/offices#found`} method="get" className="grid gap-3">
        <Field id="place" label={t("label")} hint={t("hint")}>
          <span className="flex flex-wrap gap-3">
            <input
              id="place"
              name="place"
              type="search"
              dir="auto"
              maxLength={100}
              autoComplete="postal-code"
              aria-describedby="place-hint"
              data-slot="place"
              className="min-h-12 min-w-0 flex-1 basis-48 rounded-control border-2 border-soft bg-card px-3 py-2 text-start text-ink"
            />
            <button type="submit" className={`${buttonLook("primary")} cursor-pointer`}>
              {t("button")}
            </button>
          </span>
        </Field>
      </form>
      <div
        id="found"
        role="status"
        data-slot="place-answer"
        className="mt-4 grid gap-4 rounded-card border-2 border-teal bg-card p-5 empty:hidden"
      />
    </search>
  );
}
