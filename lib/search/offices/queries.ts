import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { getDocuments } from "@/lib/guides/documents/queries";
import { checklistHref, officeHref } from "@/lib/guides/mdx/links";
import type { OfficeTextSource } from "@/lib/guides/types";
import type { Department, Office } from "@/lib/offices/types";
import { inEach } from "@/lib/search/rules";
import { lineText } from "@/lib/search/texts/queries";
import type { SearchEntry } from "@/lib/search/types";

/** Every office, the sections of its page, its departments, and what one can come for. */
export function officeEntries(): SearchEntry[] {
  const { offices, officeTexts } = getContent();
  return offices.flatMap((office) => {
    const texts = officeTexts.find((text) => text.office === office.slug)?.texts ?? {};
    return [
      headOf(office, texts),
      ...sectionsOf(office, texts),
      ...office.departments.flatMap((department) => [
        departmentOf(office, department),
        ...concernsOf(office, department),
      ]),
    ];
  });
}

function headOf(office: Office, texts: OfficeTextSource["texts"]): SearchEntry {
  const page = `office:${office.slug}`;
  return {
    key: page,
    kind: "office",
    slug: office.slug,
    page,
    texts: inEach((locale) => {
      const about = texts[locale]?.frontMatter.description ?? office.notice[locale];
      const url = officeHref(locale, office.slug);
      return {
        title: office.name[locale],
        heading: "",
        body: about,
        about,
        keywords: office.city[locale],
        url,
      };
    }),
  };
}

function sectionsOf(office: Office, texts: OfficeTextSource["texts"]): SearchEntry[] {
  const page = `office:${office.slug}`;
  return (texts.de?.outline.sections ?? []).map(({ id }): SearchEntry => {
    return {
      key: `${page}#${id}`,
      kind: "office",
      slug: office.slug,
      page,
      part: true,
      texts: inEach((locale) => {
        const section = texts[locale]?.outline.sections.find((candidate) => candidate.id === id);
        return {
          title: office.name[locale],
          heading: section?.title ?? "",
          body: section ? lineText(section, locale) : "",
          url: `${officeHref(locale, office.slug)}#${id}`,
        };
      }),
    };
  });
}

function departmentOf(office: Office, department: Department): SearchEntry {
  const page = `department:${office.slug}/${department.slug}`;
  const texts = inEach((locale) => ({
    title: department.name[locale],
    heading: office.name[locale],
    body: department.description[locale],
    about: `${office.name[locale]} ${office.city[locale]}`,
    url: `${officeHref(locale, office.slug)}#concerns`,
  }));
  return { key: page, kind: "department", slug: department.slug, page, texts };
}

function concernsOf(office: Office, department: Department): SearchEntry[] {
  return department.concerns.map((concern): SearchEntry => {
    const page = `concern:${office.slug}/${department.slug}/${concern.slug}`;
    const documents = getDocuments(concern.documents);
    const texts = inEach((locale) => ({
      title: concern.name[locale],
      heading: office.name[locale],
      body: concern.description[locale],
      about: `${office.name[locale]} ${office.city[locale]}`,
      terms: documents.map(({ name }) => name[locale]).join(", "),
      url: checklistHref(locale, office.slug, concern.slug),
    }));
    return { key: page, kind: "concern", slug: concern.slug, page, texts };
  });
}
