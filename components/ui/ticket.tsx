import type { ReactNode } from "react";
import { Star } from "./star";

type Props = { title: string; rows: { label: string; value: ReactNode }[]; children?: ReactNode };

/** The ticket: what one holds in the hand at the end. Below the tear line stands what can be done with it. */
export function Ticket({ title, rows, children }: Props) {
  return (
    <div className="overflow-hidden rounded-[18px] border border-line bg-card shadow-card print:shadow-none">
      <p className="flex items-center justify-between gap-4 bg-ticket px-5 py-3.5 font-bold text-white">
        {title}
        <Star />
      </p>
      <dl className="grid gap-3 px-5 py-4">
        {rows.map((row) => (
          <div key={row.label}>
            <dt className="text-sm text-soft">{row.label}</dt>
            <dd className="font-bold wrap-anywhere">{row.value}</dd>
          </div>
        ))}
      </dl>
      {children ? (
        <>
          <div aria-hidden="true" className="relative mx-5 border-t-2 border-dashed border-line">
            <span className="absolute -start-8 -top-3 size-6 rounded-full border border-line bg-paper" />
            <span className="absolute -end-8 -top-3 size-6 rounded-full border border-line bg-paper" />
          </div>
          <div className="grid gap-3 p-5">{children}</div>
        </>
      ) : null}
    </div>
  );
}
