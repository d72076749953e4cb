import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";

/**
 * Keeps the page of an appointment on this device, readable without a network, when its owner wants that. The portal's
 * script shows it where the browser can; a copy of what is not confirmed any more is dropped (components/portal/saved.js).
 */
export function AppointmentCopy() {
  const t = useTranslations("manage.copy");
  return (
    <div data-copy="" hidden suppressHydrationWarning className="no-print grid justify-items-start gap-2">
      <button
        type="button"
        data-do="keep"
        suppressHydrationWarning
        className={`${buttonLook("quiet")} cursor-pointer`}
      >
        {t("keep")}
      </button>
      <button
        type="button"
        data-do="drop"
        suppressHydrationWarning
        className={`${buttonLook("quiet")} cursor-pointer`}
      >
        {t("drop")}
      </button>
      <p className="text-sm text-soft">{t("hint")}</p>
    </div>
  );
}
