import type { ReactNode } from "react";

/** The heading of a page with one or two sentences under it, and what stands above or below them. */
export function PageTitle({
  title,
  lead,
  above,
  children,
}: {
  title: string;
  lead?: string | undefined;
  above?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={`hero pb-8 ${above ? "pt-2" : "pt-8 sm:pt-10"}`}>
      <div className="wrap">
        {above}
        <h1>{title}</h1>
        {lead ? <p className="mt-2 max-w-[42rem] text-[1.08em] text-soft">{lead}</p> : null}
        {children}
      </div>
    </div>
  );
}
