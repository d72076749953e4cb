import { Fragment } from "react";
import { runs } from "@/lib/guides/formats/rules";
import { directions, type Locale } from "@/lib/i18n/routing";

/**
 * A formatted fact. What must be read left to right is isolated so; in a right-to-left page the whole is isolated
 * too, so that its figures do not change places with those around it.
 */
export function Figure({ text, locale }: { text: string; locale: Locale }) {
  // The two ends of a range stay on one line: a dash at its end would be read as part of another figure.
  const kept = /\d–\d/.test(text) && text.length <= 20 ? "whitespace-nowrap" : undefined;
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
