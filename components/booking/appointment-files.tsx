import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { AppointmentState } from "@/lib/booking/types";
import type { Locale } from "@/lib/i18n/routing";

type Props = { locale: Locale; token: string; state: AppointmentState };

/** What one takes along: the entry for the calendar, and the confirmation to print or to show. */
export function AppointmentFiles({ locale, token, state }: Props) {
  const t = useTranslations("manage.files");
  const address = (file: string) => `/api/v1/appointments/${token}/${file}?locale=${locale}`;
  if (state !== "confirmed" && state !== "cancelled") return null;
  return (
    <p className="no-print flex flex-wrap gap-3">
      <Button href={address("calendar.ics")} variant="quiet">
        <Icon name="calendar" className="size-5" />
        {t(state === "confirmed" ? "calendar" : "uncalendar")}
      </Button>
      {state === "confirmed" ? (
        <Button href={address("confirmation.pdf")} variant="quiet">
          <Icon name="file" className="size-5" />
          {t("pdf")}
        </Button>
      ) : null}
    </p>
  );
}
