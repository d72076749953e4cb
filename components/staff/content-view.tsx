import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { ContentState } from "@/lib/guides/dashboard/types";
import type { OutsideLink } from "@/lib/guides/outside/types";
import type { UsedPage } from "@/lib/guides/uses/types";
import { longDate, toDay } from "@/lib/i18n/dates";
import { type Locale, localeNames } from "@/lib/i18n/routing";
import type { PageOpinion } from "@/lib/pages/feedback/types";
import { OutsideLinks } from "./outside-links";
import { UsesSearch } from "./uses-search";

type Props = {
  locale: Locale;
  state: ContentState;
  links: OutsideLink[];
  opinions: PageOpinion[];
  uses: { query: string; pages: UsedPage[] | null };
};

/** What the texts of the portal need, the most urgent first. */
export function ContentView({ locale, state, links, opinions, uses }: Props) {
  const t = useTranslations("staff.content");
  const { outdated, due, deadLinks, unbookable, unapproved, unconfirmed } = state;
  return (
    <div className="grid max-w-[56rem] grid-cols-[minmax(0,1fr)] gap-6">
      <UsesSearch locale={locale} {...uses} />
      <Part id="translations" title={t("outdated.title")} none={t("outdated.none")} count={outdated.length}>
        {outdated.map((entry) => (
          <Row key={`${entry.file} ${entry.locale} ${entry.section}`} file={entry.file}>
            {entry.href ? (
              <a href={entry.href} hrefLang={entry.locale} className="font-bold">
                {entry.title}
              </a>
            ) : (
              <strong>{entry.title}</strong>
            )}
            <span lang={entry.locale}>{localeNames[entry.locale]}</span>
            <Mono>{entry.section}</Mono>
            {entry.overtaken ? (
              <Badge kind="attention">{t("outdated.german")}</Badge>
            ) : (
              <Badge>{t("outdated.badge")}</Badge>
            )}
          </Row>
        ))}
      </Part>
      <Part id="figures" title={t("due.title")} none={t("due.none")} count={due.length}>
        {due.map(({ id, file, state: reason, date }) => (
          <Row key={`${id} ${reason}`} file={file}>
            <strong>
              <Mono>{id}</Mono>
            </strong>
            <Badge kind={reason === "near" ? "plain" : "attention"}>{t(`due.${reason}`)}</Badge>
            <span>{longDate(toDay(date), locale)}</span>
          </Row>
        ))}
      </Part>
      <Part
        id="unapproved"
        title={t("unapproved.title")}
        none={t("unapproved.none")}
        count={unapproved.length}
      >
        {unapproved.map(({ title, file, differences }) => (
          <Row key={file} file={file}>
            <strong>{title}</strong>
            <Badge kind="attention">{t("unapproved.differences", { count: differences })}</Badge>
          </Row>
        ))}
      </Part>
      <Part
        id="unconfirmed"
        title={t("unconfirmed.title")}
        none={t("unconfirmed.none")}
        count={unconfirmed.length}
      >
        {unconfirmed.map(({ title, file, office, takenOver }) => (
          <Row key={file} file={file}>
            <strong>{title}</strong>
            <span>{office}</span>
            <span>{t("unconfirmed.since", { date: longDate(toDay(takenOver), locale) })}</span>
          </Row>
        ))}
      </Part>
      <Part id="dead-links" title={t("dead.title")} none={t("dead.none")} count={deadLinks.length}>
        {deadLinks.map(({ file, line, url }) => (
          <Row key={`${file}:${line}:${url}`} file={`${file}:${line}`}>
            <Mono>{url}</Mono>
          </Row>
        ))}
      </Part>
      <OutsideLinks locale={locale} links={links} />
      <Part
        id="unbookable"
        title={t("unbookable.title")}
        none={t("unbookable.none")}
        count={unbookable.length}
      >
        {unbookable.map(({ slug, title }) => (
          <Row key={slug} file={`content/guides/${slug}/de.mdx`}>
            <a href={`/${locale}/guides/${slug}`}>{title}</a>
          </Row>
        ))}
      </Part>
      <Opinions locale={locale} opinions={opinions} />
    </div>
  );
}

/** What readers said of the pages, those they complain of most first. */
function Opinions({ locale, opinions }: Pick<Props, "locale" | "opinions">) {
  const t = useTranslations("staff.content.feedback");
  return (
    <Part id="feedback" title={t("title")} none={t("none")} count={opinions.length}>
      {opinions.map(({ page, helpful, unhelpful, missing }) => (
        <Row key={page} file={page}>
          <span>{t("unhelpful", { count: unhelpful })}</span>
          <span>{t("helpful", { count: helpful })}</span>
          {missing.length > 0 && (
            <ul className="basis-full list-disc ps-5">
              {missing.map((said) => (
                <li key={`${said.givenOn} ${said.text}`} className="wrap-anywhere">
                  <span lang={said.locale} dir="auto">
                    {said.text}
                  </span>{" "}
                  <bdi className="text-sm text-soft">{longDate(toDay(said.givenOn), locale)}</bdi>
                </li>
              ))}
            </ul>
          )}
        </Row>
      ))}
    </Part>
  );
}

type PartProps = { id: string; title: string; none: string; count: number; children: ReactNode };

/** One kind of work, with how much there is of it. */
function Part({ id, title, none, count, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="rounded-card border border-line bg-card p-5 shadow-card">
      <h2 id={id} className="text-lg">
        {title} <bdi>({count})</bdi>
      </h2>
      {count > 0 ? <ul className="mt-2 divide-y divide-line">{children}</ul> : <p className="mt-2">{none}</p>}
    </section>
  );
}

function Row({ file, children }: { file: string; children: ReactNode }) {
  return (
    <li className="grid gap-1 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">{children}</div>
      <span>
        <Mono>{file}</Mono>
      </span>
    </li>
  );
}

/** Names of files, ids and addresses. */
function Mono({ children }: { children: string }) {
  return (
    <bdi dir="ltr" className="font-mono text-sm wrap-anywhere text-soft">
      {children}
    </bdi>
  );
}
