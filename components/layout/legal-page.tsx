import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/routing";
import { PageShell } from "./page-shell";
import { PageTitle } from "./page-title";

type Props = {
  locale: Locale;
  path: string;
  title: string;
  /** What must be seen before anything else. */
  notice?: ReactNode;
  parts: { title?: string; text: string }[];
};

/** A short page of text. */
export function LegalPage({ locale, path, title, notice, parts }: Props) {
  return (
    <PageShell locale={locale} path={path}>
      <PageTitle title={title} />
      <div className="wrap">
        <article className="prose">
          {notice}
          {parts.map((part) => (
            <section key={part.text}>
              {part.title ? <h2>{part.title}</h2> : null}
              <p>{part.text}</p>
            </section>
          ))}
        </article>
      </div>
    </PageShell>
  );
}
