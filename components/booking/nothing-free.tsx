import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Phone } from "@/components/guide/phone";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { dayAndMonth, dayOf, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Office } from "@/lib/offices/types";

type Props = {
  locale: Locale;
  office: Office;
  concern: Concern;
  nextRelease: string;
  otherHref: string;
  waitHref: string;
  /** A draw that is open or opens next. */
  draw: ReactNode;
  /** What opens next is a draw, so nothing can be booked then. */
  drawIsNext: boolean;
};

/** All taken: says so, when the next times open, and what to do meanwhile. */
export function NothingFree({
  locale,
  office,
  concern,
  nextRelease,
  otherHref,
  waitHref,
  draw,
  drawIsNext,
}: Props) {
  const t = useTranslations("booking.full");
  const wait = useTranslations("waitlist.links");
  const { hotline } = office.contact;
  return (
    <div className="grid gap-5">
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      {draw}
      {drawIsNext ? null : (
        <Note
          kind="warning"
          title={t("next", { date: dayAndMonth(dayOf(nextRelease), locale), time: timeOf(nextRelease) })}
        />
      )}
      <p>{wait("fullTip")}</p>
      <p>
        <Button href={waitHref}>{wait("full")}</Button>
      </p>
      <h2>{t("meanwhile")}</h2>
      <ul className="grid list-disc gap-2 ps-6">
        {drawIsNext ? null : <li>{t("tips.release")}</li>}
        <li>{t("tips.cancelled")}</li>
        <li>{t("tips.expiring")}</li>
        {concern.guide ? (
          <li>
            <a href={`/${locale}/guides/${concern.guide}`}>{t("tips.guide")}</a>
          </li>
        ) : null}
        <li>
          {hotline ? (
            <>
              {t("tips.call")} <Phone id={hotline} />
            </>
          ) : (
            <a href={`/${locale}/offices/${office.slug}#contact`}>{t("tips.contact")}</a>
          )}
        </li>
      </ul>
      <p>
        <Button href={otherHref} variant="quiet">
          {t("other")}
        </Button>
      </p>
    </div>
  );
}
