"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type NoSolution, solve } from "./solver";

// A challenge is good for ten minutes; a solution must not run out on its way.
const freshMs = 9 * 60_000;

type State =
  | { status: "idle" | "working" | "failed"; payload: ""; minutes?: number | undefined }
  | { status: "ready"; payload: string };

/**
 * A solved challenge for the form it is used in: solved in the background from the start, and again with the first
 * touch after it has run out, so that a tab left open costs no battery.
 */
export function useChallenge(needed: boolean) {
  const [state, setState] = useState<State>({ status: "idle", payload: "" });
  const [progress, setProgress] = useState(0);
  const running = useRef<AbortController>(undefined);
  const expiry = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** Solves a new one; what was solved or begun before counts no more. */
  const renew = useCallback(() => {
    running.current?.abort();
    clearTimeout(expiry.current);
    const controller = new AbortController();
    running.current = controller;
    setState({ status: "working", payload: "" });
    setProgress(0);
    solve(setProgress, controller.signal).then(
      (payload) => {
        setState({ status: "ready", payload });
        expiry.current = setTimeout(() => setState({ status: "idle", payload: "" }), freshMs);
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setState({ status: "failed", payload: "", minutes: (error as NoSolution).minutes });
      },
    );
  }, []);

  useEffect(() => {
    if (!needed) return;
    renew();
    return () => {
      running.current?.abort();
      clearTimeout(expiry.current);
    };
  }, [needed, renew]);

  const wake = useCallback(() => {
    if (needed && state.status === "idle") renew();
  }, [needed, state.status, renew]);

  return { ...state, progress, renew, wake };
}
