import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/routing";

/** A German run in any text. In German text it is just text. */
export function De({ locale, children }: { locale: Locale; children: ReactNode }) {
  if (locale === "de") return <>{children}</>;
  return (
    <bdi dir="ltr" lang="de">
      {children}
    </bdi>
  );
}
