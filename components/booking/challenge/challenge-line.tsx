"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type Props = {
  status: "idle" | "working" | "ready" | "failed";
  /** 0 to 1. */
  progress: number;
  /** Minutes to wait before another try. */
  minutes?: number | undefined;
  /** The form was sent and goes off as soon as the check is done. */
  waiting: boolean;
  onRetry: () => void;
};

/**
 * One line that says what the device is doing beside the form, and how far it is. Who cannot see it reads the sentence
 * once in its place, and is told something only when they have to wait.
 */
export function ChallengeLine({ status, progress, minutes, waiting, onRetry }: Props) {
  const t = useTranslations("booking.challenge");
  return (
    <div className="grid gap-2 text-sm text-soft noscript:hidden">
      {status === "failed" ? (
        <>
          <p role="status">{minutes ? t("busy", { minutes }) : t("failed")}</p>
          <Button type="button" variant="quiet" onClick={onRetry}>
            {t("retry")}
          </Button>
        </>
      ) : (
        <p>{status === "ready" ? t("ready") : t("working")}</p>
      )}
      {status === "working" ? (
        <progress
          aria-hidden="true"
          max={1}
          value={progress}
          className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-teal [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-teal"
        />
      ) : null}
      <p className="sr-only" aria-live="polite">
        {waiting ? t("waiting") : ""}
      </p>
    </div>
  );
}
