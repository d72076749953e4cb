import type { ReactNode } from "react";

const kinds = {
  info: "border-teal bg-teal-wash",
  attention: "border-saffron bg-saffron-wash",
  warning: "border-red bg-red-wash",
} as const;

type Props = {
  kind?: keyof typeof kinds;
  title?: string | undefined;
  className?: string;
  children?: ReactNode;
};

/** A box beside the flow of the text. */
export function Note({ kind = "info", title, className = "", children }: Props) {
  return (
    <div className={`rounded-card border-s-[5px] px-5 py-4 ${kinds[kind]} ${className}`}>
      {title ? <strong className="block">{title}</strong> : null}
      {children}
    </div>
  );
}
