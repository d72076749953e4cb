import { parseCitation } from "@/lib/guides/laws/rules";
import type { Outline } from "@/lib/guides/mdx/types";
import type { Problem } from "@/lib/guides/source/types";
import { locales } from "@/lib/i18n/routing";
import type { Localized } from "@/lib/offices/types";
import { modules, supplementModules, writtenModules } from "@/lib/services/rules";
import type { ServiceSource, SupplementSource } from "@/lib/services/types";
import { proseFaults } from "./prose";
import { type Check, type Checked, error } from "./types";

const fileOf = (service: ServiceSource) => `content/services/${service.slug}/service.yaml`;
const folderOf = (service: ServiceSource, { office }: SupplementSource) =>
  `content/services/${service.slug}/supplements/${office}`;

/** Facts that `service.yaml` and its supplements name, with the unit that each must have. */
export function factsOfService(service: ServiceSource): { id: string; unit: RegExp; file: string }[] {
  const { data } = service;
  const duration = /^(minute|hour|day|week|month|year|time|date)$/;
  const own = data
    ? [
        ...data.fees.map(({ fact }) => ({ id: fact, unit: /^EUR$/ })),
        ...data.deadlines.map(({ fact }) => ({ id: fact, unit: duration })),
        ...(data.processingTime ? [{ id: data.processingTime, unit: duration }] : []),
      ].map((use) => ({ ...use, file: fileOf(service) }))
    : [];
  const added = service.supplements.flatMap((supplement) =>
    supplement.data
      ? [
          ...supplement.data.fees.map(({ fact }) => ({ id: fact, unit: /^EUR$/ })),
          ...[...supplement.data.online, ...supplement.data.forms].map(({ link }) => ({
            id: link,
            unit: /^url$/,
          })),
        ].map((use) => ({ ...use, file: `${folderOf(service, supplement)}/supplement.yaml` }))
      : [],
  );
  return [...own, ...added];
}

/** Every language of a service is there with every module in its order; a supplement adds to modules there are. */
export const checkServiceModules: Check = ({ services }) =>
  services.flatMap((service) => [
    ...(service.data ? [] : [error(fileOf(service), "is missing")]),
    ...locales.flatMap((locale) => {
      const file = `content/services/${service.slug}/${locale}.mdx`;
      const ids = idsIn(service[locale]);
      if (!ids) return [error(file, "is missing")];
      return ids.join() === writtenModules.join()
        ? []
        : [error(file, `the sections must be ${writtenModules.join(", ")}; they are ${ids.join(", ")}`)];
    }),
    ...service.supplements.flatMap((supplement) => supplementFaults(service, supplement)),
  ]);

function supplementFaults(service: ServiceSource, supplement: SupplementSource): Problem[] {
  const folder = folderOf(service, supplement);
  const missing = supplement.data ? [] : [error(`${folder}/supplement.yaml`, "is missing")];
  const texts = locales.flatMap((locale) => {
    const file = `${folder}/${locale}.mdx`;
    const ids = idsIn(supplement[locale]);
    if (!ids) return [error(file, "is missing")];
    const inOrder = supplementModules.filter((module) => ids.includes(module));
    return ids.join() === inOrder.join()
      ? []
      : [error(file, `sections are modules in the order of the page (${modules.join(", ")})`)];
  });
  return [...missing, ...texts];
}

function idsIn(text: { outline: Outline } | undefined): string[] | null {
  return text ? text.outline.sections.map((section) => section.id) : null;
}

/** What `service.yaml` and its supplements refer to is there. */
export const checkServices: Check = (content) =>
  content.services.flatMap((service) => [
    ...factFaults(service, content),
    ...(service.data ? dataFaults(service, service.data, content) : []),
    ...service.supplements.flatMap((supplement) => placeFaults(service, supplement, content)),
  ]);

function factFaults(service: ServiceSource, { shelf }: Checked): Problem[] {
  return factsOfService(service).flatMap(({ id, unit, file }) => {
    const fact = shelf.facts.get(id);
    if (!fact) return [error(file, `there is no fact “${id}”`)];
    return unit.test(fact.unit) ? [] : [error(file, `“${id}” is of the unit ${fact.unit}`)];
  });
}

function dataFaults(service: ServiceSource, data: NonNullable<ServiceSource["data"]>, content: Checked) {
  const file = fileOf(service);
  const concerns = new Set(
    content.offices.flatMap(({ departments }) =>
      departments.flatMap((department) => department.concerns.map((concern) => concern.slug)),
    ),
  );
  const named: [kind: string, ids: string[], there: (id: string) => boolean][] = [
    ["document", data.documents, (id) => content.shelf.documents.has(id)],
    ["office", data.offices, (id) => content.offices.some((office) => office.slug === id)],
    ["guide", data.guides, (id) => content.guides.some((guide) => guide.slug === id)],
    ["concern", data.concerns, (id) => concerns.has(id)],
    [
      "other service",
      data.related,
      (id) => id !== service.slug && content.services.some((each) => each.slug === id),
    ],
  ];
  return [
    ...named.flatMap(([kind, ids, there]) =>
      ids.filter((id) => !there(id)).map((id) => error(file, `there is no ${kind} “${id}”`)),
    ),
    ...data.laws.flatMap((cite) => {
      const parsed = parseCitation(cite, content.shelf.laws);
      return parsed.ok ? [] : [error(file, `laws: ${parsed.reason}`)];
    }),
  ];
}

function placeFaults(service: ServiceSource, supplement: SupplementSource, { shelf }: Checked): Problem[] {
  const folder = folderOf(service, supplement);
  const problems = (supplement.data?.documents ?? [])
    .filter((id) => !shelf.documents.has(id))
    .map((id) => error(`${folder}/supplement.yaml`, `there is no document “${id}”`));
  if (service.data && !service.data.offices.includes(supplement.office))
    problems.push(error(folder, `service.yaml does not name the office ${supplement.office}`));
  return problems;
}

/** What is written in `service.yaml` and in supplements is prose like any other: no bare figures, no bare Latin. */
export const checkServiceProse: Check = ({ services }) =>
  services.flatMap((service) => {
    const own = [...(service.data?.fees ?? []), ...(service.data?.deadlines ?? [])].map(({ label }) => label);
    return [
      ...proseProblems(fileOf(service), own),
      ...service.supplements.flatMap((supplement) => {
        const { editor, fees = [], online = [], forms = [] } = supplement.data ?? {};
        const web = [...online, ...forms].flatMap(({ name, description }) => [name, description]);
        const texts = [editor, ...fees.map(({ label }) => label), ...web].filter(
          (text) => text !== undefined,
        );
        return proseProblems(`${folderOf(service, supplement)}/supplement.yaml`, texts);
      }),
    ];
  });

function proseProblems(file: string, texts: Localized[]): Problem[] {
  return texts.flatMap((text) =>
    locales.flatMap((locale) => proseFaults(text[locale], locale, false).map((fault) => error(file, fault))),
  );
}
