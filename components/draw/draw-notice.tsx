import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import type { DrawView } from "@/lib/booking/draw/types";
import type { Locale } from "@/lib/i18n/routing";
import { useDrawTimes } from "./draw-times";

type Props = { locale: Locale; draw: DrawView; href: string };

/** On the way to an appointment: the week that opens next is a draw, or one is open now. */
export function DrawNotice({ locale, draw, href }: Props) {
  const t = useTranslations("draw.notice");
  const times = useDrawTimes(locale)(draw);
  const { state } = draw;
  if (state !== "announced" && state !== "open" && state !== "closed") return null;
  return (
    <Note kind="attention" title={t(`title.${state}`)} className="my-6">
      <p>{t(`text.${state}`, times)}</p>
      <p className="mt-2">
        <a href={href} className="inline-flex min-h-11 items-center font-bold">
          {t(`link.${state}`)}
        </a>
      </p>
    </Note>
  );
}
