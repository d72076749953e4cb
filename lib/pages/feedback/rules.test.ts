import { describe, expect, it } from "vitest";
import { filledLater } from "./rules";

const shell =
  '<p role="alert" data-slot="wait"></p><form method="post"><div data-slot="fields" class="a"></div><button>x</button></form>';
const said = { wait: "In 3 Minuten", label: "Text" };

describe("filledLater", () => {
  it("says how long to wait, and sends the same vote again", () => {
    const html = filledLater(shell, { ...said, fields: { page: "/guides/a", helpful: "no", other: "x" } });
    expect(html).toContain('data-slot="wait">In 3 Minuten</p>');
    expect(html).toContain(
      '<div data-slot="fields" class="a"><input type="hidden" name="page" value="/guides/a"/><input type="hidden" name="helpful" value="no"/></div>',
    );
    expect(html).not.toContain("textarea");
    expect(html).not.toContain("other");
  });
  it("shows the text that was written, to its last sign, and lets no markup through", () => {
    const missing = '\n</textarea><script>$& "a"\n';
    const html = filledLater(shell, { ...said, fields: { token: '"t', missing } });
    expect(html).toContain('name="token" value="&quot;t"');
    expect(html).toContain(">\n\n&lt;/textarea&gt;&lt;script&gt;$&amp; &quot;a&quot;\n</textarea>");
  });
});
