import { useTranslations } from "next-intl";
import { getDocuments } from "@/lib/guides/documents/queries";
import type { ShownDocument } from "@/lib/guides/documents/types";
import { formatFact } from "@/lib/guides/formats/rules";
import type { Locale } from "@/lib/i18n/routing";

const formKeys = {
  original: "original",
  copy: "copy",
  "original-and-copy": "originalAndCopy",
  digital: "digital",
} as const;

/** Documents to bring, with boxes to tick off. Nothing is sent; the ticks are for the reader and for paper. */
export function DocumentList({ documents, locale }: { documents: ShownDocument[]; locale: Locale }) {
  const t = useTranslations("guide.documents");
  return (
    <ul
      // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away.
      role="list"
      aria-label={t("label")}
      className="divide-y divide-line rounded-card border border-line bg-card"
    >
      {documents.map((document) => (
        <li key={document.id} className="break-inside-avoid">
          <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-4 px-5 py-3.5">
            <input type="checkbox" autoComplete="off" className="row-span-3 mt-1 size-5.5 accent-teal" />
            <DocumentText document={document} locale={locale} />
          </label>
        </li>
      ))}
    </ul>
  );
}

/** The list for ids of `content/documents.yaml`, separated by spaces. */
export function Documents({ ids, locale }: { ids: string; locale: Locale }) {
  return <DocumentList documents={getDocuments(ids.trim().split(/\s+/))} locale={locale} />;
}

function DocumentText({ document, locale }: { document: ShownDocument; locale: Locale }) {
  const t = useTranslations("guide.documents");
  const facts = useTranslations("facts");
  const { notOlderThan: age } = document;
  const ageIn = (form: "plain" | "oblique") =>
    age ? formatFact(age.unit, age.value, form, locale, (word, values) => facts(word, values)) : "";
  const details = [
    t(formKeys[document.form]),
    document.translation ? t("translation") : null,
    age ? t("notOlderThan", { age: ageIn("plain"), oblique: ageIn("oblique") }) : null,
  ].filter((detail) => detail !== null);
  return (
    <>
      <span className="font-semibold">
        {document.name[locale]}
        {locale === "de" ? null : (
          <>
            {" "}
            <bdi dir="ltr" lang="de" className="font-normal text-soft">
              ({document.name.de})
            </bdi>
          </>
        )}
      </span>
      <span className="text-sm text-soft">{details.join(" · ")}</span>
      {document.note ? <span className="text-sm text-soft">{document.note[locale]}</span> : null}
    </>
  );
}
