import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
import { getOffice } from "@/lib/offices/queries";
import { serviceAnswer } from "@/lib/services/answers/queries";
import { getServicePage } from "@/lib/services/page/queries";
import type { ServicePage } from "@/lib/services/types";
import { xzufiOf } from "@/lib/services/xzufi/queries";
import ar from "@/messages/ar.json";
import { ServiceArticle } from "./service-article";

// As for guides, a mark is set on what was read, as if it stood in the file; so this is a test file of its own.
const slug = "family-reunification-to-foreigners";
const today = "2026-11-21";
let page: ServicePage;
let html: string;

beforeAll(async () => {
  const service = getContent().services.find((candidate) => candidate.slug === slug);
  const added = service?.supplements[0];
  if (!service?.de || !service.ar || !added?.de || !added.ar) throw new Error(slug);
  service.de.frontMatter.legal = { fees: "2027-01-01" };
  added.de.frontMatter.legal = { deadlines: "2027-02-01" };
  for (const id of ["fees", "procedure"])
    service.ar.frontMatter.translation.sections[id] = "0123456789abcdef";
  added.ar.frontMatter.translation.sections.deadlines = "0123456789abcdef";
  const [found, office] = [await getServicePage("erlangen", slug, "ar", today), getOffice("erlangen")];
  if (!found || !office) throw new Error(slug);
  page = found;
  html = renderToStaticMarkup(
    <NextIntlClientProvider locale="ar" messages={ar} timeZone="Europe/Berlin">
      <ServiceArticle page={page} office={office} />
    </NextIntlClientProvider>,
  );
}, 120_000);

/** What stands between the heading of a module and the next one. */
const moduleOf = (id: string) => html.split(`<h2 id="${id}"`)[1]?.split("<h2")[0] ?? "";

describe("a module whose law has changed since it was translated", () => {
  it("has its German text, marked as such, and its list in the reader's language", () => {
    expect(moduleOf("fees")).toMatch(
      /^ lang="de" dir="ltr">Gebühren<\/h2><section lang="de" dir="ltr"><p lang="ar"/,
    );
    expect(moduleOf("fees")).toContain(ar.guide.german.badge);
    expect(moduleOf("fees")).toContain("1 يناير 2027");
    const german =
      moduleOf("fees")
        .split("</section>")[0]
        ?.replace(/<p lang="ar".*?<\/p>/, "") ?? "";
    expect(german).toContain("Verlängerung");
    expect(german.replace(/ title="[^"]*"/g, "")).not.toMatch(/\p{Script=Arabic}/u);
    expect(moduleOf("fees").split("</section>").slice(1).join()).toContain("تمديد لمدة قصيرة");
  });

  it("of a supplement, too, which leaves the text of the service as it is", () => {
    const [own = "", added = ""] = moduleOf("deadlines").split("<h3");
    expect(own).not.toContain('lang="de" dir="ltr"><p');
    expect(added).toContain('<section lang="de" dir="ltr"><p lang="ar"');
  });

  it("stays translated where the change is not one of the law, with a badge", () => {
    expect(moduleOf("procedure")).toContain(ar.guide.stale.badge);
    expect(moduleOf("procedure")).not.toContain(ar.guide.german.badge);
    expect(moduleOf("requirements")).not.toContain(ar.guide.stale.badge);
  });

  it("is named in the line of trust", () => {
    const line = html.split(`aria-label="${ar.guide.trust.label}"`)[1]?.split("</ul>")[0] ?? "";
    expect(line).toContain('<a href="#fees" lang="de" dir="ltr">');
    expect(line).toContain('<a href="#procedure">');
  });

  it("is in XZuFi in German alone", () => {
    const xml = xzufiOf(slug) ?? "";
    const languages = (name: string) =>
      [
        ...(new RegExp(`<xzufi:${name}>.*</xzufi:${name}>`).exec(xml)?.[0] ?? "").matchAll(
          /languageCode="(..)"/g,
        ),
      ].map(([, language]) => language);
    expect(languages("modulKosten")).toEqual(["de", "en"]);
    expect(languages("modulFrist")).toEqual(["ar", "de", "en"]);
  });

  it("is German in the API, which says so", () => {
    const modules = serviceAnswer(slug, "ar", today)?.modules;
    expect(modules?.find(({ id }) => id === "fees")).toMatchObject({
      locale: "de",
      title: "Gebühren",
      stale: true,
    });
    expect(modules?.find(({ id }) => id === "requirements")).toMatchObject({ locale: "ar", stale: false });
  });

  it("leaves German and English as they are", async () => {
    for (const locale of ["de", "en"] as const) {
      const other = await getServicePage("erlangen", slug, locale, today);
      expect(other?.modules.some(({ stale, german }) => stale || german)).toBe(false);
    }
  });
});
