import { describe, expect, it } from "vitest";
import { filledAgain } from "./rules";

const shell =
  '<h1 data-slot="title">Titel</h1><p role="alert" data-slot="why"></p><form method="post"><div data-slot="fields" class="a"></div><button>x</button></form>';
const said = { title: "Später", why: "In 3 Minuten", label: "Text" };

describe("filledAgain", () => {
  it("says how long to wait, and sends the same vote again", () => {
    const html = filledAgain(shell, { ...said, fields: { page: "/guides/a", helpful: "no", other: "x" } });
    expect(html).toContain(
      '<h1 data-slot="title">Später</h1><p role="alert" data-slot="why">In 3 Minuten</p>',
    );
    expect(html).toContain(
      '<div data-slot="fields" class="a"><input type="hidden" name="page" value="/guides/a"/><input type="hidden" name="helpful" value="no"/></div>',
    );
    expect(html).not.toContain("textarea");
    expect(html).not.toContain("other");
  });
  it("shows the text that was written, to its last sign, and lets no markup through", () => {
    const missing = '\n</textarea><script>$& "a"\n';
    const html = filledAgain(shell, { ...said, fields: { token: '"t', missing } });
    expect(html).toContain('name="token" value="&quot;t"');
    expect(html).toContain(">\n\n&lt;/textarea&gt;&lt;script&gt;$&amp; &quot;a&quot;\n</textarea>");
  });
});
