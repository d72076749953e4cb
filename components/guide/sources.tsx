import { useTranslations } from "next-intl";
import { dateText } from "@/lib/guides/formats/rules";
import type { GuidePage, UsedFact } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { Fact } from "./fact";
import { Folded } from "./folded";
import { Law } from "./law";
import { ScrollTable } from "./scroll-table";

type Props = { page: Pick<GuidePage, "sources" | "usedFacts" | "locale"> };

/** Where the page has its facts from: the sources, and every figure with its legal basis and the day it was checked. */
export function Sources({ page: { sources, usedFacts, locale } }: Props) {
  const t = useTranslations("guide.sources");
  const number = usedFacts.length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <ul className="list-disc ps-6">
        {sources.map((source) => (
          <li key={source.url}>
            <a href={source.url} rel="external noopener">
              <bdi dir="ltr" lang="de">
                {source.title}
              </bdi>
            </a>{" "}
            <span className="text-sm text-soft">
              {t("retrieved", { date: dateText(source.retrieved, locale) })}
            </span>
          </li>
        ))}
      </ul>
      {number > 0 ? (
        <Folded summary={t("facts", { count: number, number })}>
          <FactTable facts={usedFacts} locale={locale} />
        </Folded>
      ) : null}
    </div>
  );
}

function FactTable({ facts, locale }: { facts: UsedFact[]; locale: Locale }) {
  const t = useTranslations("guide.sources");
  const columns = ["value", "what", "law", "source", "verified", "status"] as const;
  return (
    <ScrollTable label={t("factsLabel")}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map((used) => (
          <FactRow key={used.fact.id} used={used} locale={locale} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function FactRow({ used: { fact, section }, locale }: { used: UsedFact; locale: Locale }) {
  const t = useTranslations("guide.sources");
  const { upcoming } = fact;
  return (
    <tr>
      <th scope="row">
        <Fact fact={fact} locale={locale} />
        {upcoming ? (
          <span className="block text-sm font-normal text-soft">
            {t.rich("upcoming", {
              date: dateText(upcoming.validFrom, locale),
              value: () => <Fact fact={{ unit: fact.unit, value: upcoming.value }} locale={locale} />,
            })}
          </span>
        ) : null}
      </th>
      <td>
        <a href={`#${section.id}`}>{section.title}</a>
      </td>
      <td>{fact.law ? <Law citation={fact.law} locale={locale} /> : t("noLaw")}</td>
      <td>
        <a href={fact.source.url} rel="external noopener">
          <bdi dir="ltr" lang="de">
            {fact.source.title}
          </bdi>
        </a>
      </td>
      <td>
        <time dateTime={fact.verifiedAt}>{dateText(fact.verifiedAt, locale)}</time>
      </td>
      <td>{t(fact.status)}</td>
    </tr>
  );
}
