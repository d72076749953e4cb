import { useTranslations } from "next-intl";

/** Stands below every page of a demonstration, so that nobody takes its appointments for real ones. */
export function DemonstrationNotice() {
  const t = useTranslations("layout");
  return (
    <aside aria-label={t("demoLabel")} className="bg-saffron-wash py-3 text-[.94rem]">
      <p className="wrap">{t("demo")}</p>
    </aside>
  );
}
