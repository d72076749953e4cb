"use client";

import { type ComponentProps, createContext, use } from "react";

/** What was ticked off in a form that came back; null: the boxes stand as the page made them. */
export const SentTicks = createContext<readonly string[] | null>(null);

/** A box of a list whose form may come back: without scripts nothing else remembers what was ticked. */
export function KeptTick({ defaultChecked, ...props }: ComponentProps<"input">) {
  const sent = use(SentTicks);
  const checked = sent ? sent.includes(String(props.value)) : defaultChecked;
  return <input type="checkbox" {...props} defaultChecked={checked} />;
}
