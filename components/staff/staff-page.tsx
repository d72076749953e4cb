import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DoingPage } from "@/components/layout/doing-page";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";
import type { Staff } from "@/lib/staff/types";
import { SignOutForm } from "./sign-out-form";

export type Crumb = { name: string; href: string };

type Props = {
  locale: Locale;
  /** Address after the language. */
  path: string;
  staff: Staff;
  /** The pages above this one, below the start of the signed-in area. */
  crumbs?: Crumb[];
  title: string;
  lead: string;
  children: ReactNode;
};

/** The frame of the signed-in area: where one is, as whom, and the way out. */
export function StaffPage({ locale, path, staff, crumbs = [], title, lead, children }: Props) {
  return (
    <DoingPage locale={locale} path={path}>
      <div className="grid gap-6 py-6 print:py-0">
        <StaffBar locale={locale} path={path} staff={staff} crumbs={crumbs} />
        <div>
          <h1>{title}</h1>
          <p className="mt-1 max-w-[42rem] text-soft">{lead}</p>
        </div>
        {children}
      </div>
    </DoingPage>
  );
}

type BarProps = Required<Pick<Props, "locale" | "path" | "staff" | "crumbs">>;

function StaffBar({ locale, path, staff, crumbs }: BarProps) {
  const t = useTranslations("staff.frame");
  const home = `/${locale}/staff`;
  const above = path === "/staff" ? [] : [{ name: t("home"), href: home }, ...crumbs];
  return (
    <div className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-[.92rem]">
      {above.length > 0 ? (
        <nav aria-label={t("crumbs")}>
          <ol className="flex flex-wrap gap-x-2">
            {above.map((crumb) => (
              <li key={crumb.href} className="flex items-center gap-2">
                <a href={crumb.href} className="inline-flex min-h-11 items-center">
                  {crumb.name}
                </a>
                <Icon name="forward" className="size-3.5 text-soft" />
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <SignOutForm locale={locale}>
        <p className="text-soft">
          {t("signedIn")} <bdi className="font-bold text-ink">{staff.name}</bdi>
        </p>
      </SignOutForm>
    </div>
  );
}
