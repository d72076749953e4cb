import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";

/** The way to the mails that were given up, with how many there are. */
export function MessageLink({ locale, count }: { locale: Locale; count: number }) {
  const t = useTranslations("staff.messages");
  return (
    <a
      href={`/${locale}/staff/messages`}
      className={`flex max-w-[56rem] items-center gap-4 rounded-card border p-5 text-ink no-underline shadow-card hover:border-teal ${
        count > 0 ? "border-saffron bg-saffron-wash" : "border-line bg-card"
      }`}
    >
      <Icon name="message" className="size-6 text-teal" />
      <span className="grid flex-1">
        <strong className="text-teal-deep">{t("title")}</strong>
        <span className="text-sm">{t("count", { count })}</span>
      </span>
      <Icon name="forward" className="size-5 text-teal" />
    </a>
  );
}
