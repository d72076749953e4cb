import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { dayAndMonth, dayOf, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { WeekDraw, WeekSummary } from "@/lib/schedule/types";

const kinds = { none: "plain", draft: "attention", published: "good", withdrawn: "plain" } as const;

/** The state of a week as a word, and what it means for applicants. */
export function WeekStatus({ locale, week }: { locale: Locale; week: WeekSummary }) {
  const t = useTranslations("staff.week");
  const { draw } = week;
  const about = draw && draw.state !== "cancelled" && week.state === "published" && !week.over ? draw : null;
  const release = { date: dayAndMonth(dayOf(week.releaseAt), locale), time: timeOf(week.releaseAt) };
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Badge kind={kinds[week.state]}>{t(`state.${week.state}`)}</Badge>
      {about ? (
        <DrawStatus locale={locale} draw={about} />
      ) : (
        <span>{t(`when.${meaning(week)}`, release)}</span>
      )}
    </p>
  );
}

const drawMeanings = {
  announced: "drawAnnounced",
  open: "drawOpen",
  closed: "drawClosed",
  drawn: "drawDrawn",
  cancelled: "withdrawn",
} as const;

/** How the draw of a week stands, with the way to its public record. */
function DrawStatus({ locale, draw }: { locale: Locale; draw: WeekDraw }) {
  const t = useTranslations("staff.week");
  const at = draw.state === "announced" ? draw.opensAt : draw.closesAt;
  const time = { date: dayAndMonth(dayOf(at), locale), time: timeOf(at) };
  return (
    <>
      <span>{t(`when.${drawMeanings[draw.state]}`, time)}</span>
      {draw.state === "announced" ? null : <span>{t("entries", { count: draw.entries })}</span>}
      <a href={`/${locale}/draws/${draw.id}`} className="inline-flex min-h-11 items-center">
        {t("record")}
      </a>
    </>
  );
}

function meaning(week: WeekSummary) {
  if (week.over) return "over";
  switch (week.state) {
    case "published":
      return week.released ? "open" : "opens";
    case "draft":
      return week.released ? "draftReleased" : "draft";
    default:
      return week.state;
  }
}

/** How many slots a week has, and how many of them are taken. */
export function WeekNumbers({ week }: { week: WeekSummary }) {
  const t = useTranslations("staff.week");
  return (
    <dl className="flex items-start gap-6 text-sm">
      {(["slots", "held", "booked"] as const).map((name) => (
        <div key={name} className="grid">
          <dt className="order-last text-soft">{t(name)}</dt>
          <dd className="text-xl font-bold tabular-nums">{week[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
