import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import robots from "@/app/robots";
import { locales } from "@/lib/i18n/routing";
import { siteAddress } from "@/lib/platform/site";
import { getReadingPages, isReadingPath, sitemapEntries } from "./queries";

const folder = "app/[locale]";
const entries = sitemapEntries();
const pathsIn = (locale: string) =>
  entries.flatMap(({ url }) => {
    const address = url.slice(siteAddress().length);
    return address === `/${locale}` || address.startsWith(`/${locale}/`)
      ? [address.slice(locale.length + 1)]
      : [];
  });

/**
 * Every page of the portal as its file has it: its address as a pattern, and whether it is to be found. What is made for
 * each request depends on what is in the database, and is found from the page that leads there.
 */
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => {
    const route = file.replace(/\/?page\.tsx$/, "");
    const pattern = route.replace(/\[\w+\]/g, "[a-z0-9-]+");
    return {
      route,
      pattern: new RegExp(route === "" ? "^$" : `^/${pattern}$`),
      isPrivate: /robots: \{ index: false|dynamic = "force-dynamic"/.test(
        readFileSync(join(folder, file), "utf8"),
      ),
    };
  });

describe("the sitemap", () => {
  it("has every public page, in every language", () => {
    const open = pages.filter(({ isPrivate }) => !isPrivate);
    expect(open.length).toBeGreaterThan(8);
    for (const locale of locales)
      for (const { route, pattern } of open)
        expect([route, pathsIn(locale).some((path) => pattern.test(path))]).toEqual([route, true]);
  });

  it("has no page that is private, and none that is not there", () => {
    for (const path of pathsIn("ar")) {
      const matching = pages.filter(({ pattern }) => pattern.test(path));
      expect([path, matching.map(({ isPrivate }) => isPrivate)]).toEqual([path, [false]]);
      expect(path).not.toMatch(/appointments|staff|waitlist|draw|book$|feedback/);
    }
  });

  it("names the other languages of each page, and each address once", () => {
    expect(new Set(entries.map(({ url }) => url)).size).toBe(entries.length);
    for (const { url, alternates } of entries) {
      expect(Object.keys(alternates.languages).sort()).toEqual([...locales, "x-default"].sort());
      expect(Object.values(alternates.languages)).toContain(url);
    }
    expect(entries.filter(({ lastModified }) => lastModified).length).toBe(
      getReadingPages().filter(({ path, listed }) => listed && path.startsWith("/guides/")).length *
        locales.length,
    );
  });

  it("is named by robots.txt, which keeps nobody's business out", () => {
    const { sitemap, rules } = robots();
    expect(sitemap).toBe(`${siteAddress()}/sitemap.xml`);
    const refused = [rules].flat().flatMap(({ disallow }) => disallow ?? []);
    const isRefused = (address: string) =>
      refused.some((rule) => new RegExp(`^${rule.replaceAll("*", "[^/]*")}`).test(address));
    for (const address of [
      "/ar/appointments/x",
      "/de/staff/week",
      "/ar/waitlist/x",
      "/api/v1/offices",
      "/de/feedback?given=x",
    ])
      expect([address, isRefused(address)]).toEqual([address, true]);
    for (const { url } of entries)
      expect([url, isRefused(url.slice(siteAddress().length))]).toEqual([url, false]);
  });
});

it("a page is known by its address after the language", () => {
  expect(isReadingPath("")).toBe(true);
  expect(isReadingPath("/guides/blue-passport")).toBe(true);
  expect(isReadingPath("/ar/guides/blue-passport")).toBe(false);
  expect(isReadingPath("/staff")).toBe(false);
});
