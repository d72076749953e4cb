import { Fragment } from "react";
import { runs, staysTogether } from "@/lib/guides/formats/rules";
import { directions, type Locale } from "@/lib/i18n/routing";

/**
 * A formatted fact. What must be read left to right is isolated so; in a right-to-left page the whole is isolated
 * too, so that its figures do not change places with those around it.
 */
export function Figure({ text, locale }: { text: string; locale: Locale }) {
  const kept = staysTogether(text) ? "whitespace-nowrap" : undefined;
  const parts = runs(text).map((run, index) => {
    const key = `${index}:${run.text}`;
    return run.ltr ? (
      <bdi key={key} dir="ltr" className={kept}>
        {run.text}
      </bdi>
    ) : (
      <Fragment key={key}>{run.text}</Fragment>
    );
  });
  const isolated = parts.length === 1 && runs(text)[0]?.ltr;
  if (directions[locale] === "rtl") return isolated ? parts : <bdi>{parts}</bdi>;
  return kept ? <span className={kept}>{parts}</span> : parts;
}
