import type { ReactNode } from "react";

type Props = {
  /** Id of the control; the hint and the error are `<id>-hint` and `<id>-error`. */
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The word for "optional", when the field is. */
  optional?: string | undefined;
  children: ReactNode;
};

/** Label above, then the hint, then what is wrong, then the control. */
export function Field({ id, label, hint, error, optional, children }: Props) {
  return (
    <div className={error ? "border-s-4 border-red ps-4" : ""}>
      <label htmlFor={id} className="block font-bold">
        {label}
        {optional ? <span className="ms-2 text-sm font-normal text-soft">({optional})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="font-bold text-red">
          {error}
        </p>
      ) : null}
      <div className="mt-1.5">{children}</div>
    </div>
  );
}
