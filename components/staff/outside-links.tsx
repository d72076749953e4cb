import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { OutsideLink } from "@/lib/guides/outside/types";
import { dayOf, longDate } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { LinkCheckForm } from "./link-check-form";

/** Addresses outside the portal: what came of looking at them, and a button that looks at the next ones. */
export function OutsideLinks({ locale, links }: { locale: Locale; links: OutsideLink[] }) {
  const t = useTranslations("staff.content.outside");
  const bad = links.filter(({ check }) => check && check.outcome !== "found");
  const unseen = links.filter(({ check }) => !check).length;
  return (
    <section aria-labelledby="outside" className="rounded-card border border-line bg-card p-5 shadow-card">
      <h2 id="outside" className="scroll-mt-4 text-lg">
        {t("title")} <bdi>({bad.length})</bdi>
      </h2>
      <p className="mt-1">{t("count", { count: links.length })}</p>
      {unseen > 0 ? <p className="text-soft">{t("unseen", { count: unseen })}</p> : null}
      {bad.length > 0 ? (
        <ul className="mt-2 divide-y divide-line">
          {bad.map((link) => (
            <Link key={link.url} link={link} locale={locale} />
          ))}
        </ul>
      ) : null}
      <LinkCheckForm locale={locale} />
    </section>
  );
}

function Link({ link: { url, pages, check }, locale }: { link: OutsideLink; locale: Locale }) {
  const t = useTranslations("staff.content.outside");
  if (!check) return null;
  return (
    <li className="grid gap-1 py-2.5">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge kind={check.outcome === "refused" ? "plain" : "attention"}>{t(check.outcome)}</Badge>
        {check.status ? <bdi dir="ltr">{check.status}</bdi> : null}
        <span className="text-sm text-soft">{longDate(dayOf(check.checkedAt), locale)}</span>
      </span>
      <a href={url} rel="external noopener noreferrer" className="wrap-anywhere">
        <bdi dir="ltr">{url}</bdi>
      </a>
      <span>
        <bdi dir="ltr" className="font-mono text-sm wrap-anywhere text-soft">
          {pages.join(", ")}
        </bdi>
      </span>
    </li>
  );
}
