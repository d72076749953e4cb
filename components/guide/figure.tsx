import { Fragment } from "react";
import { runs } from "@/lib/guides/formats/rules";
import { directions, type Locale } from "@/lib/i18n/routing";

/**
 * A formatted fact. What must be read left to right is isolated so; in a right-to-left page the whole is isolated
 * too, so that its figures do not change places with those around it.
 */
export function Figure({ text, locale }: { text: string; locale: Locale }) {
  const parts = runs(text).map((run, index) => {
    const key = `${index}:${run.text}`;
    return run.ltr ? (
      <bdi key={key} dir="ltr">
        {run.text}
      </bdi>
    ) : (
      <Fragment key={key}>{run.text}</Fragment>
    );
  });
  const isolated = parts.length === 1 && runs(text)[0]?.ltr;
  return directions[locale] === "rtl" && !isolated ? <bdi>{parts}</bdi> : parts;
}
