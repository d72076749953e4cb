"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  title: string;
  errors: { fieldId: string; message: string }[];
  /** Changes with every answer, so that the same problem takes the focus again. */
  token: unknown;
  children?: ReactNode;
};

/** What went wrong, on top of the form; takes the focus, and leads to each field. */
export function ErrorSummary({ title, errors, token, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the token stands for a new answer
  useEffect(() => box.current?.focus(), [token]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-card border-2 border-red bg-red-wash p-5">
      <p className="font-bold">{title}</p>
      {errors.length > 0 ? (
        <ul className="mt-2 list-disc ps-5">
          {errors.map((error) => (
            <li key={error.fieldId}>
              <a href={`#${error.fieldId}`} className="text-ink">
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </div>
  );
}
