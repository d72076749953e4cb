import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { documentDetails } from "@/lib/guides/documents/rules";
import type { ShownDocument } from "@/lib/guides/documents/types";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { GermanName } from "./german-name";

type Ticks = {
  /** Concerns by which the device keeps the ticks (`components/portal`); without any they are for the moment. */
  concerns?: readonly string[] | undefined;
  /** Name under which a form sends what is ticked. */
  name?: string | undefined;
  /** Ids that are ticked already. */
  ready?: readonly string[] | undefined;
};
type Box = ReturnType<typeof tickBox>;
type Props = {
  documents: ShownDocument[];
  locale: Locale;
  /** What draws a box, where a plain one is not enough. */
  box?: ComponentType<Box>;
  /** On paper German stands beside the reader's language, for the clerk. */
  germanOnPaper?: boolean;
} & Ticks;

/** Two columns on paper, and what stands in German in the second one. */
export const bothColumns = "print:grid print:grid-cols-2 print:gap-x-6";
export const germanColumn = { lang: "de", dir: "ltr", className: "hidden text-start print:block" } as const;

/** Documents to bring, with boxes to tick off. The ticks are for the reader and for paper, unless a form sends them. */
export function DocumentList({
  documents,
  locale,
  box: Tick = PlainTick,
  germanOnPaper = false,
  ...ticks
}: Props) {
  const t = useTranslations("guide.documents");
  const twice = germanOnPaper && locale !== "de";
  return (
    <ul
      // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away.
      role="list"
      aria-label={t("label")}
      data-ticks={ticks.concerns?.join(" ")}
      className="divide-y divide-line rounded-card border border-line bg-card print:rounded-none"
    >
      {documents.map((document) => (
        <li key={document.id} className="break-inside-avoid">
          {/* biome-ignore lint/a11y/noLabelWithoutControl: The control is the box. */}
          <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-4 px-5 py-3.5 print:px-3 print:py-2">
            <Tick {...tickBox(document, ticks)} />
            <span className={twice ? `grid ${bothColumns}` : "grid"}>
              <DocumentText document={document} locale={locale} germanBeside={twice} />
              {twice ? (
                <span {...germanColumn}>
                  <DocumentText document={document} locale="de" />
                </span>
              ) : null}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

const PlainTick = (box: Box) => <input type="checkbox" {...box} />;

/** The box of one document. */
const tickBox = (document: ShownDocument, { name, ready }: Ticks = {}) => ({
  name,
  value: document.id,
  defaultChecked: ready?.includes(document.id),
  className: "mt-1 size-5.5 accent-teal",
});

/** How many boxes of the list before it are ticked; the style sheet counts, so it needs no script (`.ticks`). */
export function ReadyCount({ of }: { of: number }) {
  const t = useTranslations("guide.documents");
  return (
    <p className="font-semibold text-teal-deep">
      {t.rich("ready", { done: () => <bdi className="ticked" />, count: of })}
    </p>
  );
}

type TextProps = { document: ShownDocument; locale: Locale; germanBeside?: boolean };

/** A document in one language. Its German name follows in brackets, on paper only where it has no column of its own. */
function DocumentText({ document, locale, germanBeside = false }: TextProps) {
  const t = translator(locale, "guide.documents");
  const facts = translator(locale, "facts");
  const details = documentDetails(
    document,
    locale,
    (word, values) => t(word, values),
    (word, values) => facts(word, values),
  );
  return (
    <span className="grid">
      <span className="font-semibold">
        {document.name[locale]}
        {locale === "de" ? null : (
          <>
            {" "}
            <GermanName
              name={document.name.de}
              className={germanBeside ? "font-normal print:hidden" : "font-normal"}
            />
          </>
        )}
      </span>
      <span className="text-sm text-soft">{details}</span>
      {document.note ? <span className="text-sm text-soft">{document.note[locale]}</span> : null}
    </span>
  );
}
