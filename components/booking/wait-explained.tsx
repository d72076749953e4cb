import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department } from "@/lib/offices/types";

type Props = { locale: Locale; department: Department; concern: Concern };

/** What happens on the waiting list, in plain words, before anybody types a name. */
export function WaitExplained({ locale, department, concern }: Props) {
  const t = useTranslations("waitlist.how");
  const { offerMinutes, night } = department.waitlist;
  return (
    <section className="grid gap-3">
      <h2>{t("title")}</h2>
      <ol className="grid list-decimal gap-2 ps-6">
        <li>{t("lead", { concern: concern.name[locale], department: department.name[locale] })}</li>
        <li>{t("joining")}</li>
        <li>{t("order")}</li>
        <li>{t("offer", { minutes: offerMinutes })}</li>
        <li>{t("night", { from: night[0], to: night[1] })}</li>
      </ol>
      <Note kind="attention">{t("noGuarantee")}</Note>
    </section>
  );
}
