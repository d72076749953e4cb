/** How an address outside the portal answered. `refused`: there may be something, but not for a program. */
export const outcomes = ["found", "gone", "refused", "unreachable"] as const;
export type LinkOutcome = (typeof outcomes)[number];

/** An address outside the portal that the content leads to, with the last look at it. */
export interface OutsideLink {
  url: string;
  /** Where it stands: `guides/naturalisation`, `facts/fees`. */
  pages: string[];
  check: { outcome: LinkOutcome; status: number | null; checkedAt: string } | null;
}

export interface LinkCheckState {
  /** How many were looked at. */
  done?: number;
}
