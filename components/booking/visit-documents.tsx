import { useTranslations } from "next-intl";
import { DocumentList, ReadyCount } from "@/components/guide/documents";
import type { ShownDocument } from "@/lib/guides/documents/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern } from "@/lib/offices/types";
import { KeptTick } from "./kept-tick";
import { ShareForm } from "./share-form";

type Props = {
  locale: Locale;
  token: string;
  office: string;
  concerns: Concern[];
  documents: ShownDocument[];
  /** Ids of what is missing, as far as the applicant told. */
  open: string[] | null;
};

/** What to bring to an appointment: the same ticks as on the checklists of its concerns, and the choice to share them. */
export function VisitDocuments({ locale, token, office, concerns, documents, open }: Props) {
  const t = useTranslations("manage");
  const missing = documents.filter(({ id }) => open?.includes(id)).map(({ name }) => name[locale]);
  const ready = open ? documents.filter(({ id }) => !open.includes(id)).map(({ id }) => id) : [];
  return (
    <>
      <h2 id="documents" className="scroll-mt-4">
        {t("documents")}
      </h2>
      <ShareForm
        locale={locale}
        token={token}
        needed={documents.map(({ id }) => id)}
        missing={open ? missing : null}
      >
        <DocumentList
          documents={documents}
          locale={locale}
          concerns={concerns.map(({ slug }) => slug)}
          name="ready"
          ready={ready}
          box={KeptTick}
        />
        <ReadyCount of={documents.length} />
      </ShareForm>
      <ul className="no-print flex flex-wrap gap-x-6">
        {concerns.map((concern) => (
          <li key={concern.slug}>
            <a
              href={`/${locale}/offices/${office}/checklist/${concern.slug}`}
              className="inline-flex min-h-11 items-center"
            >
              {t("checklist")}
              {concerns.length > 1 ? `: ${concern.name[locale]}` : null}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
