import { Fact } from "@/components/guide/fact";
import type { Locale } from "@/lib/i18n/routing";
import type { OnWeb, ShownFigure } from "@/lib/services/types";

/** Figures with what each is for. */
export function FigureList({ figures, locale }: { figures: ShownFigure[]; locale: Locale }) {
  return (
    <dl className="divide-y divide-line rounded-card border border-line bg-card">
      {figures.map(({ label, fact }) => (
        <div
          key={fact.id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 px-5 py-3 break-inside-avoid"
        >
          <dt className="min-w-0">{label}</dt>
          <dd className="font-bold text-teal-deep">
            <Fact fact={fact} locale={locale} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What can be done or fetched on the web. */
export function WebList({ entries, locale }: { entries: OnWeb[]; locale: Locale }) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-card">
      {entries.map(({ name, description, link }) => (
        <li key={name} className="grid gap-1 px-5 py-3.5 break-inside-avoid">
          <span className="font-semibold">{name}</span>
          {description ? <span className="text-soft">{description}</span> : null}
          <span>
            <Fact fact={link} locale={locale} />
          </span>
        </li>
      ))}
    </ul>
  );
}
