import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dateText } from "@/lib/guides/formats/rules";
import type { Locale } from "@/lib/i18n/routing";
import type { ShownSupplement } from "@/lib/services/types";

/** Who answers for what the municipality adds, and whether anybody has confirmed it. */
export function ServiceSupplement({ supplement, locale }: { supplement: ShownSupplement; locale: Locale }) {
  const t = useTranslations("service.supplement");
  const { title, description, editor, source, takenOver, confirmed } = supplement;
  const german = (
    <bdi dir="ltr" lang="de">
      {source}
    </bdi>
  );
  const rows: { name: "editor" | "source" | "takenOver" | "state"; value: ReactNode }[] = [
    { name: "editor", value: editor },
    { name: "source", value: german },
    { name: "takenOver", value: <time dateTime={takenOver}>{dateText(takenOver, locale)}</time> },
    { name: "state", value: t(confirmed ? "confirmed" : "unconfirmed") },
  ];
  return (
    <section>
      <h2 id="supplement">{t("answers")}</h2>
      <p>
        <b>{title}.</b> {description}
      </p>
      <dl className="grid gap-x-5 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        {rows.flatMap(({ name, value }) => [
          <dt key={`${name}-name`} className="text-soft">
            {t(name)}
          </dt>,
          <dd key={name} className="font-semibold">
            {value}
          </dd>,
        ])}
      </dl>
    </section>
  );
}
