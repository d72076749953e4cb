import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import type { DrawRecord } from "@/lib/booking/draw/schema";
import { dayAndMonth, dayOf, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

type Props = { locale: Locale; record: DrawRecord; wanted: string };

/** Looks a pseudonym up in the record; a plain form that comes back to the same page. */
export function FindEntry({ locale, record, wanted }: Props) {
  const t = useTranslations("draw.record");
  return (
    <section id="entry" className="grid scroll-mt-4 gap-3">
      <h2>{t("findTitle")}</h2>
      <form action={`/${locale}/draws/${record.id}#entry`} className="flex flex-wrap items-end gap-3">
        <Field id="pseudonym" label={t("findLabel")} hint={t("findHint")}>
          <TextInput id="pseudonym" name="entry" defaultValue={wanted} autoComplete="off" hasHint dir="ltr" />
        </Field>
        <Button type="submit">{t("find")}</Button>
      </form>
      {wanted ? <Found locale={locale} record={record} wanted={wanted} /> : null}
    </section>
  );
}

function Found({ locale, record, wanted }: Props) {
  const t = useTranslations("draw.record");
  const ticket = useTranslations("draw");
  const result = record.result ?? [];
  const index = result.findIndex(({ pseudonym }) => pseudonym === wanted);
  const place = result[index]?.place;
  const said = () => {
    if (place) {
      const at = ticket("at", {
        date: dayAndMonth(dayOf(place.startsAt), locale),
        time: timeOf(place.startsAt),
      });
      return t("foundWon", { number: index + 1, counter: place.counter, at });
    }
    if (index >= 0) return t("foundLost", { number: index + 1 });
    return record.excluded?.includes(wanted) ? t("foundExcluded") : t("foundNone");
  };
  return (
    <Note kind={place ? "info" : "attention"}>
      <p role="status">
        <bdi dir="ltr" className="font-bold tabular-nums">
          {wanted}
        </bdi>
        {" – "}
        {said()}
      </p>
    </Note>
  );
}
