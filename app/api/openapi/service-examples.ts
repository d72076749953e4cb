// Examples of the OpenAPI document about services, as those in `examples.ts`.

const service = {
  slug: "residence-permit",
  topic: "residence",
  title: "Apply for and extend a residence permit",
  officialName: "Aufenthaltserlaubnis; Erteilung und Verlängerung",
  locales: ["ar", "de", "en"],
};
const serviceFee = { label: "First issue", fact: "fees.first-issue" };

export const servicesExample = { services: [{ ...service, offices: ["hagen"] }] };

export const serviceExample = {
  ...service,
  locale: "en",
  description: "With a residence permit you live in Germany for a limited time and a certain purpose.",
  modules: [
    {
      id: "requirements",
      locale: "en",
      title: "Requirements",
      text: "Your passport is valid.",
      stale: false,
    },
  ],
  fees: [serviceFee],
  deadlines: [],
  processingTime: null,
  documents: ["valid-passport"],
  laws: [{ cite: "§ 7 AufenthG", url: "https://www.example.org/aufenthg/7" }],
  translation: { method: "machine", reviewer: null, date: "2026-11-20" },
  guides: ["residence-permits"],
  related: ["settlement-permit"],
  concerns: ["residence-permit-extension"],
  offices: [
    {
      slug: "hagen",
      url: "https://www.example.org/en/offices/hagen/services/residence-permit",
      supplement: {
        editor: "City of Hagen",
        source: "Stadt Hagen, Leistungsbeschreibung",
        takenOver: "2026-11-20",
        confirmed: false,
        modules: [],
        fees: [serviceFee],
        documents: ["valid-passport"],
        online: [{ name: "Contact form", description: null, link: "https://www.example.org/" }],
        forms: [],
      },
    },
  ],
  sources: [{ title: "AufenthG", url: "https://www.example.org/aufenthg", retrieved: "2026-11-20" }],
};
