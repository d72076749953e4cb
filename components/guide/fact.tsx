import { getFact } from "@/lib/guides/facts/queries";
import type { FactValue, ShownFact } from "@/lib/guides/facts/types";
import { formatFact, hostOf } from "@/lib/guides/formats/rules";
import type { FactForm } from "@/lib/guides/formats/types";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { Figure } from "./figure";
import { PhoneNumber } from "./phone";

type Props = {
  fact: Pick<ShownFact, "unit" | "value">;
  locale: Locale;
  form?: FactForm;
};

/** The value of a fact in the reader's language; a phone number and an address of the web are links. */
export function Fact({ fact, locale, form = "plain" }: Props) {
  // By the language of the text: a German section may stand in a page of another language.
  const t = translator(locale, "facts");
  const { unit, value } = fact;
  if (unit === "phone") return <PhoneNumber phone={String(value)} />;
  if (unit === "url") return <WebAddress url={value} />;
  return (
    <Figure locale={locale} text={formatFact(unit, value, form, locale, (word, values) => t(word, values))} />
  );
}

/** The same for the id of a fact, outside a text. */
export function FactOf({ id, locale }: { id: string; locale: Locale }) {
  return <Fact fact={getFact(id)} locale={locale} />;
}

function WebAddress({ url }: { url: FactValue }) {
  return (
    <a href={String(url)} rel="external noopener" className="wrap-anywhere">
      <bdi dir="ltr">{hostOf(String(url))}</bdi>
    </a>
  );
}
