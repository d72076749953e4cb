import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";

type Props = { href?: string; locale: Locale; children?: ReactNode };

/** A link of a text. One that leads away says so. */
export function TextLink({ href = "", locale, children }: Props) {
  const t = translator(locale, "guide");
  if (!href.startsWith("https://")) return <a href={href}>{children}</a>;
  return (
    <a href={href} rel="external noopener">
      {children}
      <svg viewBox="0 0 12 12" aria-hidden="true" className="ms-1 inline size-[0.65em] rtl:-scale-x-100">
        <path d="M4 2h6v6M10 2 2.5 9.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
      <span className="sr-only"> {t("external")}</span>
    </a>
  );
}
