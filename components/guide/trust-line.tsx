import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dateText, monthText } from "@/lib/guides/formats/rules";
import type { GuidePage, SectionEntry, Trust } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { Law } from "./law";

type Props = { page: Pick<GuidePage, "trust" | "locale"> };

const bold = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;
const methodKeys = { human: "human", machine: "machine", "machine-reviewed": "machineReviewed" } as const;

/** How current the page is, and how its translation came to be. It says what the data says, also what is missing. */
export function TrustLine({ page: { trust, locale } }: Props) {
  const t = useTranslations("guide.trust");
  const count = trust.unconfirmed;
  return (
    <ul
      // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away.
      role="list"
      aria-label={t("label")}
      className="flex flex-wrap gap-x-5 gap-y-1.5 border-y border-line py-3 text-sm text-soft"
    >
      {trust.factsCheckedAt ? (
        <Item good>{t.rich("checked", { b: bold, month: monthText(trust.factsCheckedAt, locale) })}</Item>
      ) : null}
      {count > 0 ? <Item>{t.rich("unconfirmed", { b: bold, count, number: count })}</Item> : null}
      {trust.translation ? <TranslationItems translation={trust.translation} locale={locale} /> : null}
      <li>{t.rich("law", { law: () => <Law citation={trust.law} locale={locale} /> })}</li>
    </ul>
  );
}

function TranslationItems({
  translation,
  locale,
}: {
  translation: NonNullable<Trust["translation"]>;
  locale: Locale;
}) {
  const t = useTranslations("guide.trust");
  const { method, reviewer, date, staleSections } = translation;
  const german = staleSections.filter((section) => section.german);
  const older = staleSections.filter((section) => !section.german);
  return (
    <>
      <Item good={method !== "machine"}>
        {t.rich(methodKeys[method], { b: bold, reviewer: reviewer ?? "", date: dateText(date, locale) })}
      </Item>
      {(["stale", "german"] as const).map((kind) => {
        const sections = kind === "german" ? german : older;
        const count = sections.length;
        if (count === 0) return null;
        return (
          <Item key={kind}>
            {t.rich(kind, { b: bold, count, number: count })}: <Sections sections={sections} />
          </Item>
        );
      })}
    </>
  );
}

/** Which sections they are, with the way to each. */
function Sections({ sections }: { sections: SectionEntry[] }) {
  return sections.map(({ id, title, german, href = `#${id}` }, index) => {
    const inGerman = german ? { lang: "de", dir: "ltr" } : {};
    return (
      <span key={id}>
        {index > 0 ? " · " : null}
        {href === null ? (
          <bdi {...inGerman}>{title}</bdi>
        ) : (
          <a href={href} {...inGerman}>
            <bdi>{title}</bdi>
          </a>
        )}
      </span>
    );
  });
}

/** The dot only repeats what the words say. */
function Item({ good = false, children }: { good?: boolean; children: ReactNode }) {
  return (
    <li className="flex items-baseline gap-2">
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full ${good ? "bg-teal" : "bg-saffron"}`}
      />
      <span>{children}</span>
    </li>
  );
}
