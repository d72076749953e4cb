import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/routing";
import { feedOf, guideChangedOn } from "./queries";
import { atomFeed } from "./rules";
import type { FeedEntry } from "./types";

const words = { title: "Mawid: Ratgeber", subtitle: "Lesen & verstehen", author: "Mawid" };
const entry = (path: string, changed: string): FeedEntry => ({
  path,
  title: path,
  summary: "",
  topic: "x",
  changed,
});
const feed = (...entries: FeedEntry[]) => atomFeed(entries, "de", "https://portal.example", words);

describe("the feed", () => {
  it("has the latest change first, and is as new as that", () => {
    const xml = feed(entry("/guides/a", "2026-11-01"), entry("/guides/b", "2026-11-20"));
    expect(xml.match(/<id>[^<]*<\/id>/g)).toEqual([
      "<id>https://portal.example/de/guides</id>",
      "<id>https://portal.example/de/guides/b</id>",
      "<id>https://portal.example/de/guides/a</id>",
    ]);
    expect(/<updated>([^<]*)/.exec(xml)?.[1]).toBe("2026-11-20T00:00:00Z");
    expect(XMLValidator.validate(xml)).toBe(true);
  });

  it("lets no markup and no control character of a text through", () => {
    const xml = feed({ ...entry("/guides/a", "2026-11-01"), title: '<b>"&\u0000\u001b', summary: "]]>" });
    expect(xml).toContain("<title>&lt;b&gt;&quot;&amp;</title>");
    expect(xml).not.toMatch(/<b>|]]>/);
    expect(XMLValidator.validate(xml)).toBe(true);
  });

  it("is there without any guide", () => {
    expect(XMLValidator.validate(feed())).toBe(true);
  });

  it.each(locales)("of %s names every guide in its language with a day", (locale) => {
    const xml = feedOf(locale);
    expect(xml).toContain(`xml:lang="${locale}"`);
    expect(xml.match(/<entry>/g)?.length).toBeGreaterThan(3);
    expect(xml).toContain(`/${locale}/guides/blue-passport</id>`);
    expect(XMLValidator.validate(xml)).toBe(true);
  });

  it("knows no change of a guide that is not there", () => {
    expect(guideChangedOn("blue-passport", "ar")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(() => guideChangedOn("nothing", "ar")).toThrow();
  });
});
