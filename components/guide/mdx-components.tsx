import type { ComponentType, ReactNode } from "react";
import type { FactForm } from "@/lib/guides/formats/types";
import { guideHref } from "@/lib/guides/mdx/links";
import { germanSection } from "@/lib/guides/shown/rules";
import type { GuidePage, References, ShownText } from "@/lib/guides/types";
import { directions, type Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { ArticleLine } from "./article-line";
import { BookThis } from "./book-this";
import { DocumentList } from "./documents";
import { Fact } from "./fact";
import { De } from "./german";
import { Law } from "./law";
import { Note, noteKind } from "./note";
import { ScrollTable } from "./scroll-table";
import { GermanNote, SectionHeading } from "./section-heading";
import { Sources } from "./sources";
import { Steps } from "./steps";
import { Term } from "./term";
import { TextLink } from "./text-link";

type FactProps = { id: string; oblique?: boolean; bare?: boolean };
type Children = { children?: ReactNode };
// biome-ignore lint/suspicious/noExplicitAny: a map of components with different props has no narrower type.
type Components = Record<string, ComponentType<any>>;

/**
 * The components that a text of an office or a service may use, bound to its language and to what it refers to. With
 * `linked`, terms lead to the list of terms that the page has.
 */
export function textComponents(
  { locale, references }: Pick<ShownText, "locale" | "references">,
  { concerns, linked = false }: { concerns?: string[]; linked?: boolean } = {},
): Components {
  return {
    ...factComponents(locale, references),
    Law: ({ cite }: { cite: string }) => <Law citation={entry(references.laws, cite)} locale={locale} />,
    De: ({ children }: Children) => <De locale={locale}>{children}</De>,
    Term: ({ id, children }: Children & { id: string }) => (
      <Term term={entry(references.terms, id)} locale={locale} form={wordOf(children)} linked={linked} />
    ),
    Steps,
    Documents: ({ ids }: { ids: string }) => documentsOf(ids, { locale, references }, concerns),
    Note: ({ kind, title, children }: Children & { kind: string; title: string }) => (
      <Note kind={noteKind(kind)} title={title} locale={locale}>
        {children}
      </Note>
    ),
    a: ({ href, children }: Children & { href?: string }) => (
      <TextLink href={href} locale={locale}>
        {children}
      </TextLink>
    ),
    table: ({ children }: Children) => (
      <ScrollTable label={translator(locale, "guide")("table")}>{children}</ScrollTable>
    ),
    th: ({ children }: Children) => <th scope="col">{children}</th>,
    h2: ({ id, children }: Children & { id?: string }) => (
      <SectionHeading id={id} germanHref={null}>
        {children}
      </SectionHeading>
    ),
  };
}

/** The components that a guide may use. */
export function guideMdxComponents(page: GuidePage): Components {
  const { locale, slug } = page;
  const stale = new Set(page.sections.filter((section) => section.stale).map((section) => section.id));
  return {
    ...textComponents(page, { concerns: page.concerns, linked: true }),
    [germanSection]: ({ id }: { id: string }) => <GermanSection page={page} id={id} />,
    Sources: () => <Sources page={page} />,
    BookThis: ({ concern }: { concern?: string }) =>
      concern ? (
        <BookThis book={entry(page.bookings, concern)} locale={locale} further />
      ) : (
        <BookThis book={page.book} locale={locale} />
      ),
    h2: ({ id, children }: Children & { id?: string }) => (
      <>
        <SectionHeading id={id} germanHref={id && stale.has(id) ? guideHref("de", slug, id) : null}>
          {children}
        </SectionHeading>
        {articleLine(page, id)}
      </>
    ),
  };
}

function articleLine({ articles, locale }: GuidePage, id: string | undefined) {
  const article = articles.find((one) => one.id === id);
  return article ? <ArticleLine article={article} locale={locale} /> : null;
}

/** A section whose law has changed since it was translated: the German text, and why it is there. */
function GermanSection({ page, id }: { page: GuidePage; id: string }) {
  const { locale, references } = page;
  const { Content, since } = entry(page.germanSections, id);
  const german = textComponents({ locale: "de", references }, { linked: true });
  return (
    <section lang="de" dir="ltr">
      <Content
        components={{
          ...german,
          // What to bring is no text of the section: it is up to date in every language.
          Documents: ({ ids }: { ids: string }) => (
            <div lang={locale} dir={directions[locale]}>
              {documentsOf(ids, page, page.concerns)}
            </div>
          ),
          h2: ({ id, children }: Children & { id?: string }) => (
            <>
              <h2 id={id}>{children}</h2>
              <GermanNote locale={locale} since={since} />
            </>
          ),
        }}
      />
    </section>
  );
}

function documentsOf(
  ids: string,
  { locale, references }: Pick<ShownText, "locale" | "references">,
  concerns: string[] | undefined,
) {
  const documents = ids
    .trim()
    .split(/\s+/)
    .map((id) => entry(references.documents, id));
  return <DocumentList documents={documents} locale={locale} concerns={concerns} />;
}

function factComponents(locale: Locale, { facts }: References): Components {
  const show = ({ id, oblique, bare }: FactProps) => {
    const form: FactForm = bare ? "bare" : oblique ? "oblique" : "plain";
    return <Fact fact={entry(facts, id)} locale={locale} form={form} />;
  };
  // The lint sees to it that <Fee>, <Phone> and <Hours> name a fact of their unit.
  return { Fact: show, Fee: show, Phone: show, Hours: show };
}

function wordOf(children: ReactNode): string | undefined {
  return typeof children === "string" ? children.trim() : undefined;
}

function entry<Entry>(entries: Record<string, Entry>, id: string): Entry {
  const found = entries[id];
  if (!found) throw new Error(`the text refers to “${id}”, which was not looked up`);
  return found;
}
