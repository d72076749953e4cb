"use client";

import { useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";

/** What came of an action. It takes the focus, since the button that had it may be gone. */
export function Outcome({ done, failure, token }: { done?: string; failure?: string; token: unknown }) {
  const box = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words twice in a row are news, too.
  useEffect(() => {
    if (done) box.current?.focus();
  }, [done, token]);
  if (failure) return <ErrorSummary title={failure} errors={[]} token={token} />;
  return (
    <p
      ref={box}
      role="status"
      tabIndex={-1}
      className={done ? "rounded-card border-s-[5px] border-teal bg-teal-wash px-4 py-3" : "sr-only"}
    >
      {done}
    </p>
  );
}
