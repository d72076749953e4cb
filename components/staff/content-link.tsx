import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";

/** The way to what the texts of the portal need. */
export function ContentLink({ locale }: { locale: Locale }) {
  const t = useTranslations("staff.content");
  return (
    <a
      href={`/${locale}/staff/content`}
      className="flex max-w-[56rem] items-center gap-4 rounded-card border border-line bg-card p-5 text-ink no-underline shadow-card hover:border-teal"
    >
      <Icon name="book" className="size-6 text-teal" />
      <span className="grid flex-1">
        <strong className="text-teal-deep">{t("title")}</strong>
        <span className="text-sm">{t("about")}</span>
      </span>
      <Icon name="forward" className="size-5 text-teal" />
    </a>
  );
}
