import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";
import { Ticket } from "@/components/ui/ticket";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department, Office } from "@/lib/offices/types";
import type { offerRefusals } from "@/lib/waitlist/rules";
import type { WaitView } from "@/lib/waitlist/types";
import { OfferAnswer, WaitStepForm } from "./wait-step";

type Props = {
  locale: Locale;
  token: string;
  entry: WaitView;
  office: Office;
  department: Department;
  concern: Concern;
  /** Why the offer that was just answered is over. */
  refusal?: (typeof offerRefusals)[number] | undefined;
};

/** An entry as its owner holds it: the offer first, then the place in line, and what can be done. */
export function WaitPanel(props: Props) {
  const { locale, token, entry, refusal } = props;
  const t = useTranslations("waitlist");
  const at = useTranslations("booking.ticket");
  const said = (time: string) => at("at", { date: longDate(dayOf(time), locale), time: timeOf(time) });
  const { offer, state } = entry;
  return (
    <div className="grid gap-8 py-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-12">
      <section className="grid max-w-[34rem] content-start gap-4">
        {refusal ? <ErrorSummary title={t(`offerFailure.${refusal}`)} errors={[]} token={refusal} /> : null}
        <h1>{offer ? t("offer.title") : t(`mine.title.${state}`)}</h1>
        {offer ? (
          <>
            <p className="text-2xl font-bold">{said(offer.startsAt)}</p>
            <Note kind="attention" title={t("offer.until", { time: timeOf(offer.expiresAt) })} />
            {entry.replaces ? <p>{t("offer.replaces", { at: said(entry.replaces) })}</p> : null}
            <OfferAnswer locale={locale} token={token} offer={offer} />
          </>
        ) : (
          <p className="text-lg">{t(`mine.lead.${state}`)}</p>
        )}
        {state === "waiting" && entry.place === null ? (
          <Note kind="attention">{t("mine.noPlace")}</Note>
        ) : null}
        {state === "waiting" && entry.replaces && !offer ? <p>{t("mine.replacesNote")}</p> : null}
        {state === "unconfirmed" ? <WaitStepForm locale={locale} token={token} step="confirm" /> : null}
        {state === "paused" ? <WaitStepForm locale={locale} token={token} step="resume" /> : null}
        {state === "left" || state === "served" ? (
          <p>
            <Button href={`/${locale}/offices/${entry.office}/waitlist?concern=${entry.concern}`}>
              {t("mine.again")}
            </Button>
          </p>
        ) : null}
      </section>
      <aside>
        <EntryTicket {...props} />
      </aside>
    </div>
  );
}

function EntryTicket({ locale, token, entry, office, department, concern }: Props) {
  const t = useTranslations("waitlist.mine");
  const form = useTranslations("waitlist.form");
  const weekday = useTranslations("offices.days");
  const listed = (names: string[]) =>
    names.length > 0 ? names.join(locale === "ar" ? "، " : ", ") : t("any");
  const further = department.concerns.filter((other) => entry.furtherConcerns.includes(other.slug));
  const reason = department.waitlist.reasons.find(({ slug }) => slug === entry.reason);
  const rows = [
    ...(entry.place === null
      ? []
      : [{ label: t("place"), value: t("placeOf", { place: entry.place, waiting: entry.waiting }) }]),
    { label: t("office"), value: `${office.name[locale]}, ${department.name[locale]}` },
    { label: t("concern"), value: [concern, ...further].map((one) => one.name[locale]).join(" + ") },
    {
      label: t("for"),
      value: entry.persons.map(({ givenName, familyName }) => (
        <bdi key={givenName + familyName} className="block">{`${givenName} ${familyName}`}</bdi>
      )),
    },
    { label: t("days"), value: listed(entry.days.map((day) => weekday(day))) },
    { label: t("parts"), value: listed(entry.parts.map((part) => form(part))) },
    ...(reason ? [{ label: t("reason"), value: reason.name[locale] }] : []),
    { label: t("joined"), value: longDate(dayOf(entry.joinedAt), locale) },
  ];
  const open = entry.state === "waiting" || entry.state === "paused" || entry.state === "unconfirmed";
  return (
    <Ticket title={t("ticket")} rows={rows}>
      {entry.state === "waiting" ? <WaitStepForm locale={locale} token={token} step="pause" quiet /> : null}
      {open ? <WaitStepForm locale={locale} token={token} step="leave" quiet /> : null}
    </Ticket>
  );
}
