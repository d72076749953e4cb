import { useTranslations } from "next-intl";
import type { SectionEntry } from "@/lib/guides/types";

type Props = { sections: SectionEntry[] };

/** Table of contents beside the text, on wide screens. */
export function TableOfContents({ sections }: Props) {
  const t = useTranslations("guide");
  return (
    <nav aria-label={t("contents")} className="border-s-2 border-line ps-4 text-[0.94em]">
      <Entries sections={sections} />
    </nav>
  );
}

/** The same, folded above the text, on phones. */
export function FoldedContents({ sections }: Props) {
  const t = useTranslations("guide");
  return (
    <details className="rounded-card border border-line bg-card">
      <summary className="min-h-12 cursor-pointer px-5 py-3 font-bold text-teal-deep">
        {t("contents")}
      </summary>
      <nav aria-label={t("contents")} className="border-t border-line px-5 py-2">
        <Entries sections={sections} />
      </nav>
    </details>
  );
}

function Entries({ sections }: Props) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away.
    <ol role="list">
      {sections.map((section) => (
        <li key={section.id}>
          <a
            href={`#${section.id}`}
            className="block py-1.5 text-soft no-underline hover:text-teal-deep hover:underline"
          >
            {section.german ? (
              <bdi dir="ltr" lang="de">
                {section.title}
              </bdi>
            ) : (
              section.title
            )}
          </a>
        </li>
      ))}
    </ol>
  );
}
