import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LinkedData } from "@/components/layout/linked-data";
import { type Locale, locales } from "@/lib/i18n/routing";
import { getOffice } from "@/lib/offices/queries";
import { getServicePage } from "@/lib/services/page/queries";
import { getServicePaths } from "@/lib/services/queries";
import { modules } from "@/lib/services/rules";
import { governmentService } from "@/lib/services/structured/rules";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { ServiceArticle } from "./service-article";

const messages = { ar, de, en };
const today = "2026-11-21";
const site = "https://portal.example";

async function shown(path: { office: string; service: string }, locale: Locale) {
  const page = await getServicePage(path.office, path.service, locale, today);
  const office = getOffice(path.office);
  if (!page || !office) throw new Error(`no service ${path.service} in ${path.office}`);
  const data = governmentService(page, office, site);
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Europe/Berlin">
      <ServiceArticle page={page} office={office} />
      <LinkedData data={data} />
    </NextIntlClientProvider>,
  );
  const [article = "", json = ""] = html.split('<script type="application/ld+json">');
  return { page, office, article, json: json.replace("</script>", ""), data };
}

/** What somebody can read, without the marks that isolate. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s|\u00a0/g, " ");

const paths = getServicePaths().flatMap((path) => locales.map((locale) => ({ ...path, locale })));

it("has the six services, and family reunification in Erlangen", () => {
  expect(new Set(paths.map(({ service }) => service)).size).toBe(6);
  expect(paths).toContainEqual({
    office: "erlangen",
    service: "family-reunification-to-foreigners",
    locale: "ar",
  });
});

it("has the documents in German beside the reader's language on paper, where they are another language", async () => {
  const path = { office: "erlangen", service: "family-reunification-to-foreigners" };
  const columns = (html: string) =>
    html.match(/<span lang="de" dir="ltr" class="hidden [^"]*print:block">/g) ?? [];
  const { page, article } = await shown(path, "ar");
  const documents = page.modules.flatMap((module) => module.documents);
  expect(documents.length).toBeGreaterThan(5);
  expect(columns(article)).toHaveLength(documents.length);
  expect(columns((await shown(path, "de")).article)).toEqual([]);
});

describe.each(paths)("$service in $office in $locale", (path) => {
  it("shows every module with something in it, and nothing that the content security policy refuses", async () => {
    const { article, page } = await shown(path, path.locale);
    for (const id of modules) expect(article).toContain(`<h2 id="${id}"`);
    for (const [, title, after = ""] of article.matchAll(/<h2 id="[^"]+">([^<]*)<\/h2>(.{0,12})/g)) {
      expect(title).not.toBe("");
      expect(after).not.toMatch(/^<\/section>/);
    }
    expect(article).toContain(`<h1>${page.title.replaceAll("'", "&#x27;")}</h1>`);
    expect(article).not.toMatch(/ style=|<script|undefined|NaN|\[#|MISSING_MESSAGE|service\.[a-z]+\./);
  });

  it("has every id once, and every fragment leads to one", async () => {
    const { article } = await shown(path, path.locale);
    const ids = [...article.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of article.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it("leads only to pages there are", async () => {
    const { article } = await shown(path, path.locale);
    const there = new Set(getServicePaths().map(({ office, service }) => `${office}/services/${service}`));
    for (const [, href = ""] of article.matchAll(/href="([^"]+)"/g)) {
      expect(href).toMatch(new RegExp(`^(#|https://|tel:\\+?\\d+$|/(${path.locale}|de)/(guides|offices))`));
      const [, service] = /\/offices\/(.+\/services\/.+?)(?:#|$)/.exec(href) ?? [];
      if (service) expect(there).toContain(service);
    }
  });

  it("tells machines what the page says", async () => {
    const { article, json, page, data, office } = await shown(path, path.locale);
    expect(JSON.parse(json)).toEqual(data);
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      "@type": "GovernmentService",
      "@id": `${site}/${path.locale}/offices/${path.office}/services/${path.service}`,
      inLanguage: path.locale,
      serviceOperator: { name: office.name[path.locale] },
    });
    const text = textOf(article);
    const said = stringsIn(
      data,
      /^(name|description|alternateName|telephone|address|legislationIdentifier)$/,
    );
    // The city stands in the name of the office, and the statutes behind the citations.
    for (const each of said) expect(text).toContain(each.replace(/\s/g, " "));
    const rows = [...article.matchAll(/<dt[^>]*>([^<]*)<\/dt><dd[^>]*>(.*?)<\/dd>/g)];
    const figuresOf = (label: string) =>
      rows.flatMap(([, name = "", value = ""]) =>
        textOf(name) === label ? [(textOf(value).match(/\d+/g) ?? []).map(Number)] : [],
      )[0];
    const fees = page.modules.find(({ id }) => id === "fees")?.figures ?? [];
    expect(data.offers).toHaveLength(fees.length);
    for (const offer of data.offers as Offer[]) {
      const { minPrice, maxPrice } = offer.priceSpecification ?? {};
      expect(figuresOf(offer.name)).toEqual(offer.price === undefined ? [minPrice, maxPrice] : [offer.price]);
    }
  });
});

type Offer = {
  name: string;
  price?: number;
  priceSpecification?: { minPrice: number; maxPrice: number };
};

/** The values of some names in a tree. */
function stringsIn(node: unknown, names: RegExp): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === "string" && names.test(name) ? [value] : stringsIn(value, names),
  );
}

it("what could end the element of the data does not", () => {
  const html = renderToStaticMarkup(<LinkedData data={{ name: "</script><b>" }} />);
  expect(html).toBe('<script type="application/ld+json">{"name":"\\u003c/script>\\u003cb>"}</script>');
});

describe("a municipality's supplement", () => {
  it("stands under the modules it adds to, with who answers for it and that nobody has confirmed it", async () => {
    const { article, page } = await shown(
      { office: "erlangen", service: "family-reunification-to-foreigners" },
      "de",
    );
    const added = page.modules.filter(({ supplement }) => supplement).map(({ id }) => id);
    expect(added).toEqual(["procedure", "documents", "fees", "deadlines", "online", "office"]);
    expect(article.match(/Ergänzung für Erlangen/g)).toHaveLength(added.length);
    expect(textOf(article)).toMatch(/Redaktionell verantwortlichStadt Erlangen/);
    expect(textOf(article)).toMatch(/Standnicht bestätigt/);
  });

  it("is not there at other offices", async () => {
    const { article, page } = await shown(
      { office: "hagen", service: "family-reunification-to-foreigners" },
      "de",
    );
    expect(page.supplement).toBeNull();
    expect(textOf(article)).not.toContain("Ergänzung");
    expect(page.elsewhere.map(({ slug }) => slug)).toEqual(["erlangen", "loerrach"]);
  });
});

it("a service is booked as what the office has, or says that it cannot be", async () => {
  const first = await shown({ office: "hagen", service: "residence-permit" }, "de");
  expect(first.page.bookings.length).toBeGreaterThan(1);
  for (const { offices } of first.page.bookings)
    for (const { href } of offices) expect(first.article).toContain(`href="${href}"`);
  // The buttons bear the names of the concerns then, so it is said what they are for.
  expect(first.article).toMatch(/<p[^>]*>Termin buchen<\/p>/);
  const none = await shown({ office: "erlangen", service: "naturalisation" }, "de");
  expect(none.page.bookings).toEqual([]);
  expect(textOf(none.article)).toContain("keinen Termin buchen");
});

it("no page of a service at an office that has not got it, or of a service there is not", async () => {
  expect(await getServicePage("hagen", "naturalisation", "de", today)).toBeNull();
  expect(await getServicePage("hagen", "nothing", "de", today)).toBeNull();
  expect(await getServicePage("nowhere", "residence-permit", "de", today)).toBeNull();
});
