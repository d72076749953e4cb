import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A table that scrolls within itself where the screen is too narrow, also by keyboard. */
export function ScrollTable({ label, children }: { label?: string; children: ReactNode }) {
  const t = useTranslations("guide");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of controls (fieldset) it is not.
    <div
      role="group"
      aria-label={label ?? t("table")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus a keyboard could not scroll it.
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-card"
    >
      <table className="cells w-full border-collapse text-start text-[0.95em]">{children}</table>
    </div>
  );
}
