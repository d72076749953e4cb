import "server-only";
import { getDocuments } from "@/lib/guides/documents/queries";
import type { ShownFact } from "@/lib/guides/facts/types";
import { compileMdx, type MdxContent } from "@/lib/guides/mdx/compile";
import type { Outline, Section } from "@/lib/guides/mdx/types";
import { referredBy } from "@/lib/guides/references/rules";
import { sectionEntries } from "@/lib/guides/trust/rules";
import type { References, Translation, UsedFact } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { contactFacts } from "@/lib/offices/rules";
import type { Localized, Office } from "@/lib/offices/types";
import { isWritten, type Module, modules, withoutHeading } from "@/lib/services/rules";
import type {
  CompleteService,
  ModuleContent,
  OnWeb,
  Service,
  ShownFigure,
  ShownModule,
  Supplement,
  SupplementSource,
} from "@/lib/services/types";

type Given = {
  service: CompleteService;
  supplement: Required<SupplementSource> | null;
  locale: Locale;
  references: References;
  today: string;
};

/** The modules of a service in their order, each with what the municipality adds. */
export async function shownModules(given: Given): Promise<ShownModule[]> {
  const { service, supplement, locale } = given;
  const t = translator(locale, "service.modules");
  const own = entriesOf(service, locale);
  const added = supplement ? entriesOf(supplement, locale) : [];
  return Promise.all(
    modules.map(async (id): Promise<ShownModule> => {
      const written = own.find((entry) => entry.id === id);
      const stale = [written, added.find((entry) => entry.id === id)].some((entry) => entry?.stale);
      return {
        id,
        title: isWritten(id) ? (written?.title ?? "") : t(id),
        stale,
        ...(written?.german ? { german: true } : {}),
        ...(await contentOf(id, service, given)),
        supplement: supplement ? orNothing(await contentOf(id, supplement, given)) : null,
      };
    }),
  );
}

function entriesOf(source: CompleteService | Required<SupplementSource>, locale: Locale) {
  const recorded: Translation["sections"] | undefined =
    locale === "de" ? undefined : source[locale].frontMatter.translation.sections;
  return sectionEntries(source[locale].outline, source.de.outline, recorded);
}

async function contentOf(
  id: Module,
  { data, ...texts }: CompleteService | Required<SupplementSource>,
  { locale, references, today }: Given,
): Promise<ModuleContent> {
  const section = texts[locale].outline.sections.find((each) => each.id === id);
  const isGerman = locale !== "de" && section !== undefined && texts.de.outline.sections.includes(section);
  return {
    Content: section ? await compiledSection(section, locale) : null,
    germanSince: isGerman ? (texts.de.frontMatter.legal[id] ?? null) : null,
    figures: figuresOf(id, data).flatMap(({ label, fact }): ShownFigure[] => {
      const found = references.facts[fact];
      return found ? [{ label: label?.[locale] ?? "", fact: found }] : [];
    }),
    documents: id === "documents" ? getDocuments(data.documents, today) : [],
    onWeb: onWebOf(id, data).flatMap(({ name, description, link }): OnWeb[] => {
      const found = references.facts[link];
      return found ? [{ name: name[locale], description: description?.[locale] ?? null, link: found }] : [];
    }),
  };
}

function orNothing(content: ModuleContent): ModuleContent | null {
  const { Content, figures, documents, onWeb } = content;
  return Content || figures.length + documents.length + onWeb.length > 0 ? content : null;
}

const compiled = new WeakMap<Section, Partial<Record<Locale, Promise<MdxContent>>>>();

/** A section compiled for the pages of a language, which a German one may stand in, too. */
function compiledSection(section: Section, locale: Locale): Promise<MdxContent> {
  const known = compiled.get(section) ?? {};
  compiled.set(section, known);
  known[locale] ??= compileMdx(withoutHeading(section.source), locale);
  return known[locale];
}

/** The figures that the data of a service or of a supplement put into a module. */
function figuresOf(id: Module, data: Service | Supplement): { label: Localized | null; fact: string }[] {
  if (id === "fees") return data.fees;
  if (!("deadlines" in data)) return [];
  if (id === "deadlines") return data.deadlines;
  return id === "processing-time" && data.processingTime ? [{ label: null, fact: data.processingTime }] : [];
}

function onWebOf(id: Module, data: Service | Supplement): Supplement["online"] {
  if (!("online" in data)) return [];
  if (id === "online") return data.online;
  return id === "forms" ? data.forms : [];
}

/** The facts that the data of a service or of a supplement name, with the module that shows each. */
export function factsIn(data: Service | Supplement): { id: string; module: Module }[] {
  return modules.flatMap((module) =>
    [
      ...figuresOf(module, data).map(({ fact }) => fact),
      ...onWebOf(module, data).map(({ link }) => link),
    ].map((id) => ({ id, module })),
  );
}

/** The facts of a page in the order of their first use, with the module that shows them first. */
export function usedFactsOf(
  service: CompleteService,
  supplement: Required<SupplementSource> | null,
  office: Office,
  shown: readonly ShownModule[],
  references: References,
): UsedFact[] {
  const used = new Map<string, UsedFact>();
  for (const { id: module, title } of shown) {
    const ids = [service, ...(supplement ? [supplement] : [])].flatMap(({ de, data }) => [
      ...textFacts(de.outline, module),
      ...factsIn(data).flatMap((use) => (use.module === module ? [use.id] : [])),
    ]);
    if (module === "office") ids.push(...contactFacts(office.contact).map(({ id }) => id));
    for (const id of ids) {
      const fact: ShownFact | undefined = references.facts[id];
      if (fact && !used.has(id)) used.set(id, { fact, section: { id: module, title } });
    }
  }
  return [...used.values()];
}

function textFacts(outline: Outline, module: Module): string[] {
  const section = outline.sections.find(({ id }) => id === module);
  return section?.components.flatMap((use) => referredBy(use).facts) ?? [];
}
