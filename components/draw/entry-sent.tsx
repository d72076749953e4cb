import { useTranslations } from "next-intl";
import type { EntryView } from "@/lib/booking/draw/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department, Office } from "@/lib/offices/types";
import { DrawTicket } from "./draw-ticket";
import { useDrawTimes } from "./draw-times";

type Props = { locale: Locale; office: Office; department: Department; concern: Concern; entry: EntryView };

/** What is left to do after the form: the mail's button. */
export function EntrySent({ locale, entry, ...place }: Props) {
  const t = useTranslations("draw.sent");
  const { to } = useDrawTimes(locale)(entry.draw);
  const further = place.department.concerns.filter(({ slug }) => entry.furtherConcerns.includes(slug));
  return (
    <div className="grid gap-8 py-8 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-x-12">
      <section className="grid content-start gap-4">
        <h1>{t("title")}</h1>
        {entry.state === "unconfirmed" ? (
          <>
            <p>{t("lead", { to })}</p>
            <p className="text-soft">{t("help")}</p>
          </>
        ) : (
          <p>{t("done")}</p>
        )}
      </section>
      <aside>
        <DrawTicket locale={locale} {...place} units={entry.units} further={further} draw={entry.draw} />
      </aside>
    </div>
  );
}
