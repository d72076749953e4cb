import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DocumentList } from "@/components/guide/documents";
import { Fact } from "@/components/guide/fact";
import { Law } from "@/components/guide/law";
import { textComponents } from "@/components/guide/mdx-components";
import { GermanNote, SectionHeading } from "@/components/guide/section-heading";
import { ContactRows } from "@/components/office/office-contact";
import type { Office } from "@/lib/offices/types";
import type { ModuleContent, ServicePage, ShownModule } from "@/lib/services/types";
import { FigureList, WebList } from "./figure-list";

type Props = { page: ServicePage; office: Office; module: ShownModule };

/** One module of a service: its text, what the data add to it, and what the municipality adds. */
export function ServiceModule({ page, office, module }: Props) {
  const t = useTranslations("service.supplement");
  const { id, title, stale, supplement } = module;
  const german = stale ? `${page.href.replace(`/${page.locale}/`, "/de/")}#${id}` : null;
  return (
    <section>
      {module.german ? (
        <h2 id={id} lang="de" dir="ltr">
          {title}
        </h2>
      ) : (
        <SectionHeading id={id} germanHref={german}>
          {title}
        </SectionHeading>
      )}
      <Written page={page} content={module} />
      <OfData page={page} office={office} module={module} />
      {supplement ? (
        <Added city={t("heading", { city: office.city[page.locale] })}>
          <Written page={page} content={supplement} />
          <Lists page={page} content={supplement} />
        </Added>
      ) : null}
    </section>
  );
}

/** The text of a module; in German, with the reason, where a change of the law has overtaken its translation. */
function Written({ page, content }: { page: ServicePage; content: ModuleContent }) {
  const { locale, references } = page;
  const { Content, germanSince } = content;
  if (!Content) return null;
  if (germanSince === null) return <Content components={textComponents(page, { linked: true })} />;
  return (
    <section lang="de" dir="ltr">
      <GermanNote locale={locale} since={germanSince} />
      <Content components={textComponents({ locale: "de", references }, { linked: true })} />
    </section>
  );
}

function Added({ city, children }: { city: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-s-[5px] border-teal ps-4">
      <h3 className="mt-0">{city}</h3>
      {children}
    </div>
  );
}

/** What stands in a module beside its text. */
function OfData({ page, office, module }: Props) {
  const t = useTranslations("service");
  switch (module.id) {
    case "documents":
      return (
        <DocumentList
          documents={module.documents}
          locale={page.locale}
          concerns={ticksOf(page)}
          germanOnPaper
        />
      );
    case "processing-time":
      return module.figures.map(({ fact }) => (
        <p key={fact.id} className="font-bold text-teal-deep">
          <Fact fact={fact} locale={page.locale} />
        </p>
      ));
    case "legal-basis":
      return <Laws page={page} />;
    case "online":
    case "forms":
      return module.supplement?.onWeb.length ? null : <p>{t(`none.${module.id}`)}</p>;
    case "office":
      return <Responsible page={page} office={office} />;
    case "related":
      return <Links page={page} />;
    default:
      return module.figures.length > 0 ? <FigureList figures={module.figures} locale={page.locale} /> : null;
  }
}

/** The ticks of an appointment are kept on the device; without one they are for paper. */
const ticksOf = ({ concerns }: ServicePage) => (concerns.length > 0 ? concerns : undefined);

/** The lists of a supplement. Its documents are named only: the list to tick off stands above. */
function Lists({ page, content }: { page: ServicePage; content: ModuleContent }) {
  const { figures, documents, onWeb } = content;
  return (
    <>
      {figures.length > 0 ? <FigureList figures={figures} locale={page.locale} /> : null}
      {documents.length > 0 ? (
        <ul className="list-disc ps-6">
          {documents.map(({ id, name }) => (
            <li key={id}>{name[page.locale]}</li>
          ))}
        </ul>
      ) : null}
      {onWeb.length > 0 ? <WebList entries={onWeb} locale={page.locale} /> : null}
    </>
  );
}

function Laws({ page: { laws, locale } }: { page: ServicePage }) {
  return (
    <ul className="list-disc ps-6">
      {laws.map((citation) => (
        <li key={citation.cite}>
          <Law citation={citation} locale={locale} />{" "}
          <span className="text-soft">{citation.name[locale]}</span>
        </li>
      ))}
    </ul>
  );
}

function Responsible({ page: { locale }, office }: { page: ServicePage; office: Office }) {
  return (
    <div className="rounded-card border border-line bg-card p-5">
      <p className="font-bold">
        <a href={`/${locale}/offices/${office.slug}`}>{office.name[locale]}</a>
      </p>
      <ContactRows locale={locale} office={office} />
    </div>
  );
}

function Links({ page }: { page: ServicePage }) {
  const t = useTranslations("service");
  return (
    <>
      <Named
        title={t("guides")}
        links={page.guides.map(({ slug, title }) => ({ title, href: `/${page.locale}/guides/${slug}` }))}
      />
      <Named title={t("services")} links={page.related} />
      <Named title={t("elsewhere")} links={page.elsewhere.map(({ city, href }) => ({ title: city, href }))} />
    </>
  );
}

function Named({ title, links }: { title: string; links: { title: string; href: string }[] }) {
  if (links.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away. */}
      <ul role="list" className="flex flex-wrap gap-x-6">
        {links.map(({ title: name, href }) => (
          <li key={href} className="min-w-0">
            <a href={href} className="inline-flex min-h-11 items-center">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
