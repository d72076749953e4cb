import type { ReactNode } from "react";

/** Something long that stays folded until it is wanted; works without JavaScript and prints unfolded. */
export function Folded({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="rounded-card border border-line bg-card print:[&::details-content]:[content-visibility:visible]">
      <summary className="min-h-12 cursor-pointer px-5 py-3 font-bold text-teal-deep">{summary}</summary>
      <div className="border-t border-line px-5 py-4">{children}</div>
    </details>
  );
}
