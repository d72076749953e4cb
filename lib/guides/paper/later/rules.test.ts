import { describe, expect, it } from "vitest";
import { laterAbout } from "./rules";

const shell =
  '<a href="/de/guides/later" hreflang="de">Deutsch</a><p data-slot="guide" class="a"></p>' +
  '<a href="/ar/guides/later/guide.pdf">x</a><a href="/ar/guides/later">y</a><a href="/ar/guides/laterally">z</a>';

describe("laterAbout", () => {
  it("leads to the guide, in other languages too, and to its file once more", () => {
    const html = laterAbout(shell, "blue-passport", "Pass");
    expect(html.match(/href="[^"]*"/g)).toEqual([
      'href="/de/guides/blue-passport"',
      'href="/ar/guides/blue-passport/guide.pdf"',
      'href="/ar/guides/blue-passport"',
      'href="/ar/guides/laterally"',
    ]);
  });
  it("names the guide, and lets no markup through", () => {
    expect(laterAbout(shell, "a", "$& <b>„Pass“")).toContain(
      '<p data-slot="guide" class="a">$&amp; &lt;b&gt;„Pass“</p>',
    );
  });
});
