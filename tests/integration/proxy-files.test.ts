import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/routing";
import { config } from "@/proxy";

const root = resolve(import.meta.dirname, "../..");
const namesIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? entry.name : [],
  );
/** Whether an address comes by `proxy.ts`, which answers where nothing is. */
const comesBy = (address: string) => config.matcher.some((each) => new RegExp(`^${each}$`).test(address));

describe("addresses with a dot in them", () => {
  const made = ["robots.txt", "sitemap.xml", "favicon.ico", "icon.svg"];
  const ofLanguages = ["app.webmanifest", "feed.xml", "qr.svg"];

  it("lead to the files there are", () => {
    const files = [
      ...namesIn("public"),
      ...made,
      ...locales.flatMap((each) => ofLanguages.map((name) => `${each}/${name}`)),
    ];
    expect(files.filter((file) => comesBy(`/${file}`))).toEqual([]);
    const folders = readdirSync(join(root, "app/[locale]")).filter(
      (name) => name.includes(".") && !name.endsWith(".tsx"),
    );
    expect(folders.sort()).toEqual(ofLanguages.toSorted());
  });

  it.each([
    "nowhere.php",
    "ar/nowhere.php",
    "ar/guides/blue-passport.html",
    "fr/feed.xml",
    "ar/guides/a/guide.pdf",
    "ar/sw.js",
    "xsw.js",
  ])("come by where there is no such file: %s", (address) => expect(comesBy(`/${address}`)).toBe(true));
});
