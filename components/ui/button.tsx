import type { ReactNode } from "react";

const base =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-control border-2 px-5 py-2 text-center font-bold no-underline hover:brighter disabled:cursor-wait disabled:opacity-70";
const variants = {
  primary: "border-teal bg-teal text-card",
  quiet: "border-teal bg-transparent text-teal",
  danger: "border-red bg-red text-card",
} as const;

/** How a button looks, for what is none: a link, the heading of something folded. */
export const buttonLook = (variant: keyof typeof variants, className = ""): string =>
  `${base} ${variants[variant]} ${className}`;

type Props = { variant?: keyof typeof variants; className?: string; children: ReactNode } & (
  | { href: string }
  | {
      href?: never;
      type: "submit" | "button";
      name?: string;
      value?: string;
      disabled?: boolean;
      onClick?: () => void;
    }
);

/** The one next step of a page; a link when it leads somewhere, a button when it does something. */
export function Button({ variant = "primary", className = "", children, ...rest }: Props) {
  const classes = buttonLook(variant, className);
  if (rest.href !== undefined) {
    return (
      <a href={rest.href} className={classes}>
        {children}
      </a>
    );
  }
  return (
    <button {...rest} className={`${classes} cursor-pointer`}>
      {children}
    </button>
  );
}
