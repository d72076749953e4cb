import type { Locale } from "@/lib/i18n/routing";
import { PageShell } from "./page-shell";

type Props = { locale: Locale; path: string; title: string; parts: { title?: string; text: string }[] };

/** A short page of text. */
export function LegalPage({ locale, path, title, parts }: Props) {
  return (
    <PageShell locale={locale} path={path}>
      <div className="wrap py-8">
        <article className="prose">
          <h1>{title}</h1>
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
