import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { DrawRecord } from "@/lib/booking/draw/schema";
import type { DrawView } from "@/lib/booking/draw/types";
import { dayAndMonth, dayOf, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { Department, Office } from "@/lib/offices/types";
import { useDrawTimes } from "./draw-times";
import { FindEntry } from "./find-entry";
import { RecordWinners } from "./record-winners";

type Props = {
  locale: Locale;
  office: Office;
  department: Department;
  draw: DrawView;
  record: DrawRecord;
  /** The pseudonym that somebody looks for. */
  wanted: string;
  /** Whole address of the record as a file. */
  file: string;
};

/** The public record of a draw, for people: what was fixed before, what came out, and how to check it. */
export function RecordView({ locale, office, department, draw, record, wanted, file }: Props) {
  const t = useTranslations("draw.record");
  const names = { department: department.name[locale], office: office.name[locale] };
  return (
    <div className="grid max-w-[46rem] grid-cols-[minmax(0,1fr)] gap-8 py-8">
      <div className="grid gap-2">
        <h1>{t("title")}</h1>
        <p className="text-soft">{t("lead", names)}</p>
        <p>
          <Badge kind={record.state === "drawn" ? "good" : "attention"}>{t(`state.${record.state}`)}</Badge>
        </p>
      </div>
      <Numbers locale={locale} draw={draw} record={record} />
      {record.result ? <FindEntry locale={locale} record={record} wanted={wanted} /> : null}
      <Part title={t("commitmentTitle")} text={t("commitmentText")} code={record.commitment} />
      <Part
        title={t("seedTitle")}
        text={record.seed ? t("seedText") : t("seedSecret")}
        code={record.seed ?? null}
      />
      <Weights policy={record.policy} />
      <Part
        title={t("verifyTitle")}
        text={t("verifyText")}
        code={`node scripts/verify-draw.mjs ${file} --commitment ${record.commitment}`}
      >
        <a href={file}>{t("file")}</a>
      </Part>
      {record.result ? <RecordWinners locale={locale} record={record} /> : null}
    </div>
  );
}

type PartProps = { title: string; text: string; code: string | null; children?: React.ReactNode };

function Part({ title, text, code, children }: PartProps) {
  return (
    <section className="grid gap-2">
      <h2>{title}</h2>
      <p>{text}</p>
      {code ? (
        <p>
          <bdi dir="ltr">
            <code className="block rounded-control bg-sand px-4 py-3 text-start text-sm wrap-anywhere">
              {code}
            </code>
          </bdi>
        </p>
      ) : null}
      {children ? <p>{children}</p> : null}
    </section>
  );
}

function Numbers({ locale, draw, record }: Pick<Props, "locale" | "draw" | "record">) {
  const t = useTranslations("draw");
  const { from, to, week } = useDrawTimes(locale)(draw);
  const drawnAt =
    record.drawnAt &&
    t("at", { date: dayAndMonth(dayOf(record.drawnAt), locale), time: timeOf(record.drawnAt) });
  const rows: [string, string | number | undefined][] = [
    [t("ticket.week"), week],
    [t("ticket.opens"), from],
    [t("ticket.closes"), to],
    [t("record.drawn"), drawnAt],
    [t("record.entries"), record.entryCount],
    [t("record.places"), record.places?.length],
    [t("record.won"), record.result?.filter(({ place }) => place).length],
  ];
  return (
    <dl className="grid gap-x-8 gap-y-3 rounded-card border border-line bg-card p-5 sm:grid-cols-2">
      {rows.map(([label, value]) =>
        value === undefined || value === "" ? null : (
          <div key={label}>
            <dt className="text-sm text-soft">{label}</dt>
            <dd className="font-bold">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Weights({ policy }: { policy: DrawRecord["policy"] }) {
  const t = useTranslations("draw.record");
  const { baseWeight, perEarlierLoss, maxEarlierLosses, permitExpiring } = policy;
  const rows: [string, number][] = [
    [t("base"), baseWeight],
    ...(perEarlierLoss * maxEarlierLosses > 0
      ? ([[t("loss", { max: maxEarlierLosses }), perEarlierLoss]] as [string, number][])
      : []),
    ...(permitExpiring.weight > 0
      ? ([[t("permit", { weeks: permitExpiring.weeks }), permitExpiring.weight]] as [string, number][])
      : []),
  ];
  return (
    <section className="grid gap-2">
      <h2>{t("weightsTitle")}</h2>
      <p>{t("weightsText")}</p>
      <dl className="grid gap-1">
        {rows.map(([label, tickets]) => (
          <div key={label} className="flex justify-between gap-6 border-b border-line py-1">
            <dt>{label}</dt>
            <dd className="font-bold tabular-nums">{tickets}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
