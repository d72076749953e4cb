import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/routing";

/** Which of an office's telephones belongs to a family name. The server fills the answer in (`lib/offices/page`). */
export function SurnameForm({ locale, office }: { locale: Locale; office: string }) {
  const t = useTranslations("finder.surname");
  return (
    <div id="line" className="mt-3 border-t border-line pt-3 print:hidden">
      <form action={`/${locale}/offices/${office}#line`} method="get" className="grid gap-2 font-normal">
        <Field id="surname" label={t("label")} hint={t("hint")}>
          <span className="flex flex-wrap gap-2">
            <input
              id="surname"
              name="surname"
              dir="auto"
              maxLength={60}
              autoComplete="off"
              aria-describedby="surname-hint"
              data-slot="surname"
              className="min-h-11 min-w-0 flex-1 rounded-control border-2 border-soft bg-card px-3 text-start text-ink"
            />
            <button type="submit" className={`${buttonLook("quiet")} cursor-pointer`}>
              {t("button")}
            </button>
          </span>
        </Field>
      </form>
      <div role="status" data-slot="surname-answer" className="mt-2 grid gap-1 font-normal empty:hidden" />
    </div>
  );
}
