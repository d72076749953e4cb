import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dateText } from "@/lib/guides/formats/rules";
import { directions, type Locale } from "@/lib/i18n/routing";

type Props = {
  id?: string;
  /** Address of the German section, where this one is older. */
  germanHref: string | null;
  children?: ReactNode;
};

/** The heading of a section, with a badge where the German text has changed since it was translated. */
export function SectionHeading({ id, germanHref, children }: Props) {
  return (
    <>
      <h2 id={id}>{children}</h2>
      {germanHref ? <StaleBadge href={germanHref} /> : null}
    </>
  );
}

/** Says that the German text is newer, and leads to it. */
export function StaleBadge({ href }: { href: string }) {
  const t = useTranslations("guide.stale");
  return (
    // No paragraph: after sensitive answers of a check a form stands in the place of the link.
    <div className="rounded-card border-s-[5px] border-saffron bg-saffron-wash px-4 py-2.5 text-sm">
      <b>{t("badge")}.</b> {t("text")}{" "}
      <a href={href} hrefLang="de">
        {t("link")}
      </a>
    </div>
  );
}

/** Under the heading of a section that is shown in German: why, in the language of the page. */
export function GermanNote({ locale, since }: { locale: Locale; since: string }) {
  const t = useTranslations("guide.german");
  return (
    <p
      lang={locale}
      dir={directions[locale]}
      className="rounded-card border-s-[5px] border-saffron bg-saffron-wash px-4 py-2.5 text-sm"
    >
      <b>{t("badge")}.</b> {t("text", { date: dateText(since, locale) })}
    </p>
  );
}
