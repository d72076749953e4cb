import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cancelAction } from "@/lib/booking/actions";
import type { AppointmentView } from "@/lib/booking/types";
import type { Locale } from "@/lib/i18n/routing";
import { TokenForm } from "./token-form";
import { EarlierForm } from "./wait-step";

type Props = { locale: Locale; token: string; appointment: AppointmentView; asking: boolean };

/** What can be done with an appointment: move it, cancel it (asked twice), or book anew when it is over. */
export function CancelPanel({ locale, token, appointment, asking }: Props) {
  const t = useTranslations("manage");
  const page = `/${locale}/appointments/${token}`;
  if (appointment.state !== "confirmed") {
    return (
      <Button href={`/${locale}/offices/${appointment.office}/book?concern=${appointment.concern}`}>
        {t("book")}
      </Button>
    );
  }
  if (!asking) {
    return (
      <div className="no-print grid gap-3">
        <Button href={`${page}?move=1`} variant="quiet">
          {t("move.open")}
        </Button>
        <Button href={`${page}?cancel=1`} variant="quiet">
          {t("cancel.open")}
        </Button>
        <EarlierForm locale={locale} token={token} />
      </div>
    );
  }
  return (
    <div className="no-print grid gap-3">
      <h2 className="text-lg">{t("cancel.title")}</h2>
      <p>{t("cancel.lead")}</p>
      <TokenForm
        action={cancelAction}
        locale={locale}
        token={token}
        label={t("cancel.button")}
        pendingLabel={t("cancel.pending")}
        failures={{ too_late: t("cancel.too_late"), hold_expired: t("cancel.hold_expired") }}
        variant="danger"
      />
      <Button href={page} variant="quiet">
        {t("cancel.back")}
      </Button>
    </div>
  );
}
