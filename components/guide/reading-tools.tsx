import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";

type Props = { locale: Locale; path: string };

/** What one can do with a page besides reading it. All of it needs the script, which shows what the device can do. */
export function ReadingTools({ locale, path }: Props) {
  const t = useTranslations("tools");
  return (
    <div data-tools hidden className="no-print flex flex-wrap items-center gap-x-5">
      <Tool name="listen" icon="listen" hidden pressed>
        {t("listen")}
      </Tool>
      <Tool name="favourite" icon="star" pressed>
        {t("favourite")}
      </Tool>
      <Tool name="share" icon="share">
        {t("share")}
      </Tool>
      <div hidden className="w-full rounded-card border border-line bg-card p-4">
        <p className="flex flex-wrap gap-x-5">
          <Tool name="send" icon="forward" hidden>
            {t("send")}
          </Tool>
          <Tool name="copy" icon="web">
            {t("copy")}
          </Tool>
        </p>
        <p data-qr={`/${locale}/qr.svg?page=${path}`} data-alt={t("qr")} className="mt-2 max-w-48" />
      </div>
      <span role="status" data-copied={t("copied")} className="text-soft" />
    </div>
  );
}

type ToolProps = { name: string; icon: IconName; hidden?: boolean; pressed?: boolean; children: ReactNode };

function Tool({ name, icon, hidden = false, pressed = false, children }: ToolProps) {
  return (
    <button
      type="button"
      data-tool={name}
      hidden={hidden}
      aria-pressed={pressed ? false : undefined}
      className="tool"
    >
      <Icon name={icon} className="size-5" />
      {children}
    </button>
  );
}
