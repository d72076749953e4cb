import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { PageTitle } from "./page-title";

/** What is kept on this device; the list is made there (components/portal/saved.js), since nobody else knows it. */
export function SavedPages() {
  const t = useTranslations("saved");
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="wrap">
        <div className="grid max-w-[42rem] gap-5">
          <p data-saved-none>{t("none")}</p>
          <div data-saved-pages hidden>
            <ul className="rounded-card border border-line bg-card">
              <li
                data-row
                hidden
                className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line px-5 py-1.5 first:border-0"
              >
                <a className="inline-flex min-h-11 items-center font-semibold" href="#content">
                  {t("title")}
                </a>
                <button type="button" data-forget="" className="tool">
                  {t("remove")}
                </button>
              </li>
            </ul>
            <p className="mt-5">
              <button type="button" data-forget="" className={`${buttonLook("quiet")} cursor-pointer`}>
                {t("removeAll")}
              </button>
            </p>
          </div>
          <p className="text-soft">{t("offline")}</p>
        </div>
      </div>
    </>
  );
}
