import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/routing";
import { completeServices } from "../queries";
import { xzufiOf } from "./queries";
import { leistungXml, list, paragraphs } from "./rules";
import type { Described } from "./types";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  // The texts are HTML, of which every sign is written as an entity.
  processEntities: { enabled: true, maxTotalExpansions: 10_000 },
  isArray: (name) => ["xzufi:modulText", "xzufi:inhalt", "xzufi:beschreibung"].includes(name),
});

type Text = { "#text": string; languageCode: string };
type Module = {
  "xzufi:positionDarstellung": string;
  "xzufi:inhalt": Text[];
  "xzufi:leikaTextmodul": { code: string; listURI: string };
};

const read = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml)["xzufi:leistung"];
};
const module = (service: { "xzufi:modulText": Module[] }, code: string) =>
  service["xzufi:modulText"].find((each) => each["xzufi:leikaTextmodul"].code === code);
const german = (texts: Text[] | undefined) =>
  texts?.find(({ languageCode }) => languageCode === "de")?.["#text"];

const planted: Described = {
  slug: "a",
  scheme: "https://portal.example/api/v1/services",
  agency: "Mawid",
  texts: [{ code: "02", text: { de: "Eins & <zwei>\u0007" } }],
  deadlines: {},
  fees: {},
  processingTime: {},
  pages: [],
  changed: "2026-11-21",
};

describe("a service as XZuFi", () => {
  it.each(completeServices().map(({ slug }) => slug))("%s is there in every module and language", (slug) => {
    const service = read(xzufiOf(slug) ?? "");
    expect(service["xmlns:xzufi"]).toBe("http://xoev.de/schemata/xzufi/2_2_0");
    expect(service["xzufi:id"]["#text"]).toBe(slug);
    const modules: Module[] = service["xzufi:modulText"];
    expect(modules.map((each) => each["xzufi:leikaTextmodul"].code)).toEqual(
      expect.arrayContaining(["02", "03", "05", "06", "07", "08", "09", "11", "16", "22"]),
    );
    expect(modules.map((each) => each["xzufi:positionDarstellung"])).toEqual(
      modules.map((_, index) => String(index + 1)),
    );
    for (const each of modules)
      if (each["xzufi:leikaTextmodul"].code !== "02")
        expect(each["xzufi:inhalt"].map(({ languageCode }) => languageCode)).toEqual(locales);
    expect(german(module(service, "02")?.["xzufi:inhalt"])).toMatch(/\p{L}; \p{L}|\p{L}/u);
    expect(
      service["xzufi:sprachversion"].map((each: Record<string, string>) => each["xzufi:languageCode"]),
    ).toEqual(locales);
    expect(service["xzufi:versionsinformation"]["xzufi:geaendertDatumZeit"]).toMatch(
      /^\d{4}-\d\d-\d\dT00:00:00Z$/,
    );
  });

  it("says today's figures, links laws, and lists documents", () => {
    const service = read(xzufiOf("family-reunification-to-foreigners") ?? "");
    expect(german(service["xzufi:modulKosten"]["xzufi:beschreibung"])).toContain(
      "<li>Aufenthaltserlaubnis ausstellen: 100 €</li>",
    );
    expect(german(service["xzufi:modulFrist"]["xzufi:beschreibung"])).toContain("3 Monate");
    expect(german(module(service, "07")?.["xzufi:inhalt"])).toContain(
      '<a href="https://www.gesetze-im-internet.de/aufenthg_2004/__29.html">§ 29 AufenthG</a>',
    );
    expect(german(module(service, "08")?.["xzufi:inhalt"])).toContain("<li>Heiratsurkunde</li>");
    expect(JSON.stringify(service)).not.toMatch(/undefined|null|<(?:Fact|Law|Term)/);
  });

  it("is none of a name that nobody has", () => {
    expect(xzufiOf("nothing")).toBeNull();
  });

  it("lets neither markup nor control characters of a text through", () => {
    const xml = leistungXml(planted);
    expect(xml).toContain("Eins &amp; &lt;zwei&gt;<");
    expect(read(xml)["xzufi:modulText"][0]["xzufi:inhalt"][0]["#text"]).toBe("Eins & <zwei>");
    expect(list([{ text: "<b>", url: 'https://a.example/"' }])).toBe(
      '<ul><li><a href="https://a.example/&quot;">&lt;b&gt;</a></li></ul>',
    );
    expect(paragraphs(["a<b", "c"])).toBe("<p>a&lt;b</p><p>c</p>");
  });

  it("has no module without a text", () => {
    const xml = leistungXml(planted);
    expect(xml).not.toContain("modulFrist");
    expect(xml.match(/<xzufi:sprachversion>/g)).toHaveLength(1);
  });
});
