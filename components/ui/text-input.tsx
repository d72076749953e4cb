import type { InputHTMLAttributes } from "react";

const widths = { full: "w-full", 2: "w-16", 4: "w-24" } as const;

type Props = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "name" | "type" | "defaultValue" | "autoComplete" | "inputMode" | "placeholder" | "required"
> & {
  id: string;
  invalid?: boolean;
  hasHint?: boolean;
  /** Mail addresses and numbers run from left to right in every language. */
  dir?: "ltr" | "auto";
  width?: keyof typeof widths;
};

/** A text field that belongs to a `Field` of the same id. */
export function TextInput({
  id,
  invalid = false,
  hasHint = false,
  dir = "auto",
  width = "full",
  type = "text",
  ...rest
}: Props) {
  const described = [hasHint ? `${id}-hint` : "", invalid ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <input
      {...rest}
      id={id}
      type={type}
      dir={dir}
      aria-invalid={invalid || undefined}
      aria-describedby={described || undefined}
      className={`${widths[width]} min-h-12 rounded-control border-2 bg-card px-3 py-2 text-start text-ink ${invalid ? "border-red" : "border-soft"}`}
    />
  );
}
