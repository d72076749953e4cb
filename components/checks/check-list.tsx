import type { CheckSummary } from "@/lib/checks/types";
import type { Locale } from "@/lib/i18n/routing";

/** Checks as cards. */
export function CheckList({ checks, locale }: { checks: CheckSummary[]; locale: Locale }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away.
    <ul role="list" className="grid gap-4 sm:grid-cols-2">
      {checks.map(({ slug, title, description }) => (
        <li key={slug}>
          <a
            href={`/${locale}/checks/${slug}`}
            className="grid h-full content-start gap-1 rounded-card border border-line bg-card p-5 text-ink no-underline shadow-card hover:border-teal"
          >
            <strong className="text-[1.1em] text-teal-deep">{title}</strong>
            <span className="text-[.94em] text-soft">{description}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
