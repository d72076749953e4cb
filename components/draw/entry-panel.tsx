import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { EntryView } from "@/lib/booking/draw/types";
import { type Visit, visitQuery } from "@/lib/booking/rules";
import { dayAndMonth, dayOf, longDate, timeOf, toDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department, Office } from "@/lib/offices/types";
import { DrawTicket } from "./draw-ticket";
import { useDrawTimes } from "./draw-times";
import { EntryButton } from "./entry-button";

type Props = {
  locale: Locale;
  token: string;
  entry: EntryView;
  office: Office;
  department: Department;
  concern: Concern;
  /** Whether it was asked to take the entry back, which is asked twice. */
  asking: boolean;
};

/** An entry as its owner sees it: how it stands, what it says, and what can be done with it. */
export function EntryPanel(props: Props) {
  const { locale, entry, office, department, concern } = props;
  const t = useTranslations("draw.entry");
  const { to } = useDrawTimes(locale)(entry.draw);
  const visit = visitOf(entry, department);
  return (
    <div className="grid gap-8 py-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-12">
      <section className="grid content-start gap-5">
        <h1>{t(`title.${entry.state}`)}</h1>
        <p className="text-lg">{t(`lead.${entry.state}`, { to })}</p>
        {entry.appointment ? <Won locale={locale} startsAt={entry.appointment.startsAt} /> : null}
        <NextStep {...props} />
        <EntryDetails locale={locale} entry={entry} />
      </section>
      <aside>
        <DrawTicket
          locale={locale}
          office={office}
          department={department}
          concern={concern}
          {...visit}
          draw={entry.draw}
        />
      </aside>
    </div>
  );
}

function Won({ locale, startsAt }: { locale: Locale; startsAt: string }) {
  const t = useTranslations("booking.ticket");
  return <Note title={t("at", { date: longDate(dayOf(startsAt), locale), time: timeOf(startsAt) })} />;
}

/** What else is done in the same visit, by how many persons, and the slots of all together. */
function visitOf(entry: EntryView, department: Department): Visit {
  const further = department.concerns.filter(({ slug }) => entry.furtherConcerns.includes(slug));
  return { further, persons: 1 + entry.companions.length, units: entry.units };
}

/** The one thing that can be done in the state of the entry. */
function NextStep({ locale, token, entry, department, concern, asking }: Props) {
  const t = useTranslations("draw");
  const page = `/${locale}/draws/entry/${token}`;
  const { office } = entry.draw;
  const open = entry.draw.state === "open";
  const chosen = visitQuery(concern, visitOf(entry, department));
  switch (entry.state) {
    case "unconfirmed":
      return <EntryButton does="confirm" locale={locale} token={token} label={t("entry.confirm")} />;
    case "confirmed":
      if (!open) return null;
      if (!asking) {
        return (
          <p>
            <Button href={`${page}?withdraw=1`} variant="quiet">
              {t("entry.withdraw.open")}
            </Button>
          </p>
        );
      }
      return (
        <div className="grid justify-items-start gap-3">
          <h2>{t("entry.withdraw.title")}</h2>
          <p>{t("entry.withdraw.lead")}</p>
          <EntryButton does="withdraw" locale={locale} token={token} label={t("entry.withdraw.button")} />
          <Button href={page} variant="quiet">
            {t("entry.withdraw.back")}
          </Button>
        </div>
      );
    case "won":
      return entry.appointment ? (
        <p>
          <Button href={`/${locale}/appointments/${entry.appointment.manageToken}`}>
            {t("entry.appointment")}
          </Button>
        </p>
      ) : null;
    case "lost":
      return (
        <p>
          <Button href={`/${locale}/offices/${office}/waitlist?${chosen}`}>{t("entry.waitlist")}</Button>
        </p>
      );
    default:
      return (
        <p>
          <Button
            href={`/${locale}/offices/${office}/${entry.state === "withdrawn" && open ? "draw" : "book"}?${chosen}`}
          >
            {entry.state === "withdrawn" && open ? t("entry.again") : t("toBooking")}
          </Button>
        </p>
      );
  }
}

function EntryDetails({ locale, entry }: { locale: Locale; entry: EntryView }) {
  const t = useTranslations("draw");
  const person = useTranslations("booking.ticket");
  const booking = useTranslations("booking.details");
  const format = useFormatter();
  const { givenName, familyName } = entry.person;
  const { days, parts } = entry.wishes;
  const rows = [
    { label: person("person"), value: <bdi>{`${givenName} ${familyName}`}</bdi> },
    ...entry.companions.map((companion, index) => ({
      label: booking("companion", { number: index + 2 }),
      value: <bdi>{`${companion.givenName} ${companion.familyName}`}</bdi>,
    })),
    {
      label: t("entry.days"),
      value:
        days.length > 0 ? format.list(days.map((day) => dayAndMonth(toDay(day), locale))) : t("entry.anyDay"),
    },
    {
      label: t("entry.parts"),
      value: parts.length > 0 ? format.list(parts.map((part) => t(`form.${part}`))) : t("entry.anyPart"),
    },
    ...(entry.permitExpiresOn
      ? [{ label: t("entry.permit"), value: longDate(toDay(entry.permitExpiresOn), locale) }]
      : []),
    {
      label: t("entry.pseudonym"),
      value: (
        <bdi dir="ltr" className="tabular-nums">
          {entry.pseudonym}
        </bdi>
      ),
    },
  ];
  return (
    <section className="grid gap-3">
      <h2>{t("entry.mine")}</h2>
      <dl className="grid gap-2">
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-sm text-soft">{label}</dt>
            <dd className="font-bold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-soft">
        {t("entry.pseudonymHint")}{" "}
        <a
          href={`/${locale}/draws/${entry.draw.id}${entry.draw.state === "drawn" ? `?entry=${entry.pseudonym}#entry` : ""}`}
        >
          {t("how.record")}
        </a>
      </p>
    </section>
  );
}
