import type { ReactNode } from "react";

/** A row of days, Monday first. */
export function DayGrid({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <ol className={`grid gap-1.5 sm:gap-2 ${columns > 5 ? "grid-cols-7" : "grid-cols-5"}`}>{children}</ol>
  );
}

type Cell = {
  weekday: string;
  day: number;
  note: string;
  /** The whole of it in words, for those who do not see the grid. */
  label: string;
  /** Without an address the day cannot be chosen. */
  href?: string | undefined;
  selected: boolean;
};

const box = "block h-full rounded-xl border px-0.5 py-2 text-center leading-snug no-underline";

/** One day: its name, its number and what is free on it. */
export function DayCell({ weekday, day, note, label, href, selected }: Cell) {
  const content = (
    <>
      <span aria-hidden="true" className="block text-[.8rem] sm:text-base">
        {weekday}
      </span>
      <b aria-hidden="true" className="block text-xl">
        {day}
      </b>
      <small aria-hidden="true" className="block text-[.72rem] font-semibold sm:text-[.8rem]">
        {note}
      </small>
      <span className="sr-only">{label}</span>
    </>
  );
  if (!href) {
    return (
      <li>
        <span className={`${box} border-dashed border-line text-soft`}>{content}</span>
      </li>
    );
  }
  return (
    <li>
      <a
        href={href}
        aria-current={selected ? "true" : undefined}
        className={`${box} ${selected ? "border-teal bg-teal text-card" : "border-line bg-card text-ink hover:border-teal [&_small]:text-teal"}`}
      >
        {content}
      </a>
    </li>
  );
}
