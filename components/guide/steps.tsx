import type { ReactNode } from "react";

// The list comes from Markdown without classes. `counter()` writes Western digits in every language.
const steps = [
  "[&>ol]:grid [&>ol]:list-none [&>ol]:gap-3 [&>ol]:ps-0",
  "[&>ol>li]:relative [&>ol>li]:mt-0 [&>ol>li]:min-h-9 [&>ol>li]:ps-12 [&>ol>li]:pt-1 [&>ol>li]:break-inside-avoid",
  "[&>ol>li]:before:absolute [&>ol>li]:before:start-0 [&>ol>li]:before:top-0 [&>ol>li]:before:grid",
  "[&>ol>li]:before:size-9 [&>ol>li]:before:place-items-center [&>ol>li]:before:rounded-full",
  "[&>ol>li]:before:bg-teal-wash [&>ol>li]:before:font-bold [&>ol>li]:before:text-teal-deep",
  "[&>ol>li]:before:content-[counter(list-item)]",
].join(" ");

/** An ordered list as numbered steps. */
export function Steps({ children }: { children: ReactNode }) {
  return <div className={steps}>{children}</div>;
}
