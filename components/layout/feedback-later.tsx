import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/routing";
import { PageShell } from "./page-shell";

/** Asks to send feedback again; why, and what was sent, are filled into its slots. */
export function FeedbackLater({ locale }: { locale: Locale }) {
  const t = useTranslations("feedback");
  return (
    <PageShell locale={locale} path="">
      <div className="wrap">
        <div className="grid max-w-[42rem] gap-5 py-10">
          <h1 data-slot="title">{t("resend")}</h1>
          <p role="alert" data-slot="why" />
          <form action={`/${locale}/feedback/send`} method="post" className="grid justify-items-start gap-4">
            <div data-slot="fields" className="grid w-full gap-2" />
            <Button type="submit">{t("again")}</Button>
          </form>
        </div>
      </div>
    </PageShell>
  );
}
