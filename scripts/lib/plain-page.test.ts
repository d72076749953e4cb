import { describe, expect, it } from "vitest";
import { problemsOf, withoutScripts } from "./plain-page.mjs";

const page = [
  '<!DOCTYPE html><html lang="ar" dir="rtl"><head>',
  '<link rel="preload" href="/a.woff2" as="font" type="font/woff2" crossorigin="anonymous"/>',
  '<link rel="stylesheet" href="/a.css" data-precedence="next"/>',
  '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>',
  '<script src="/a.js" async=""></script><script src="/b.js" noModule=""></script>',
  '<link rel="preconnect" href="/" crossorigin=""/><meta name="twitter:card" content="summary"/></head>',
  "<body><main>مر<!-- -->حبًا<ul><li>أ</li></ul></main>",
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"<p>1 > 0</p>"])</script>',
  "</body></html>",
].join("");

describe("withoutScripts", () => {
  it("takes out every script, its preloads and what only it reads, and nothing else", () => {
    expect(withoutScripts(page)).toBe(
      '<!DOCTYPE html><html lang="ar" dir="rtl"><head><link rel="preload" href="/a.woff2" as="font" type="font/woff2" crossorigin="anonymous"/><link rel="stylesheet" href="/a.css"/></head><body><main>مرحبًا<ul><li>أ</ul></main></body></html>',
    );
  });
});

const own = '<script src="/portal.js?v=0a1b2c3d" defer=""></script>';

describe("the portal's own script", () => {
  it("stays, and is no problem", () => {
    const plain = withoutScripts(page.replace("</body>", `${own}</body>`));
    expect(plain.match(/<script.*?<\/script>/g)).toEqual([own]);
    expect(problemsOf(plain)).toEqual([]);
    expect(problemsOf(plain.replace(own, own + own))).toEqual(["has the portal's script twice"]);
  });

  it.each([
    '<script src="/portal.js?v=0a1b2c3d" defer="">alert(1)</script>',
    '<script src="/portal.js" defer=""></script>',
    '<script src="https://example.org/portal.js?v=0a1b2c3d" defer=""></script>',
    '<script src="/_next/static/chunks/portal.js?v=0a1b2c3d" defer=""></script>',
    '<script src="/portal.js?v=0a1b2c3d" async=""></script>',
  ])("is that and nothing like it: %s", (other) => {
    const planted = page.replace("</body>", `${other}</body>`);
    expect(withoutScripts(planted)).not.toContain("<script");
    expect(problemsOf(`<link rel="stylesheet" href="/a.css"/><main>${other}</main>`)).toContain(
      "still has a script",
    );
  });
});

const data = '<script type="application/ld+json">{"name":"\\u003c"}</script>';

describe("what a page says for machines", () => {
  it("stays, and is no problem", () => {
    const plain = withoutScripts(page.replace("</body>", `${data}</body>`));
    expect(plain.match(/<script.*?<\/script>/g)).toEqual([data]);
    expect(problemsOf(plain)).toEqual([]);
  });

  it.each([
    data.replace("application/ld+json", "text/javascript"),
    data.replace('"application/ld+json"', '"application/ld+json" src="/a.js"'),
    data.replace(' type="application/ld+json"', ""),
    '<script type="application/ld+json">{}<script>alert(1)</script>',
  ])("is data and nothing that runs: %s", (other) => {
    const planted = page.replace("</body>", `${other}</body>`);
    expect(withoutScripts(planted)).not.toContain("<script");
  });
});

describe("problemsOf", () => {
  it("is content with a plain page", () => {
    expect(problemsOf(withoutScripts(page))).toEqual([]);
  });

  it.each([
    [page, "still has a script"],
    [page, "still preloads a script"],
    [`${withoutScripts(page)}<p style="color:red">`, "has a style attribute"],
    [`${withoutScripts(page)}<p onclick="x()">`, "has an inline event handler"],
    ["<main></main>", "has no style sheet"],
    ['<link rel="stylesheet" href="/a.css"/>', "has no content"],
    [
      `${withoutScripts(page)}<!--$?--><template id="B:0"></template>`,
      "waits for a script to show its content",
    ],
  ])("names what is wrong (%#)", (html, says) => {
    expect(problemsOf(html)).toContain(says);
  });
});
