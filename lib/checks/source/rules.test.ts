import { describe, expect, it } from "vitest";
import type { Tree } from "@/lib/checks/types";
import { outlineOf } from "@/lib/guides/mdx/outline";
import { bodyOf } from "./rules";

const source = `questions:
  - id: stay
    ask: { de: Wie lange?, ar: كم؟ }
    answers:
      - { id: short, label: { de: Kurz, ar: قصير }, hint: { de: Ein paar Tage, ar: أيام } }
      - id: long
        label:
          de: |
            Länger,
            sehr lange
          ar: طويل
`;
const said = { de: "", ar: "", en: "" };
const tree = {
  questions: [
    {
      id: "stay",
      answers: [
        { id: "short", label: said, hint: said },
        { id: "long", label: said },
      ],
    },
  ],
  outcomes: [],
} as unknown as Tree;

describe("bodyOf", () => {
  it("has every text where it stands, also two on one line", () => {
    const body = bodyOf(source, tree, "de");
    expect(body.split("\n").slice(2, 10)).toEqual([
      "## Wie lange? [#stay]",
      "",
      "Kurz Ein paar Tage",
      "",
      "",
      "",
      "Länger,",
      "sehr lange",
    ]);
    expect(outlineOf(body).sections.map(({ id, line }) => [id, line])).toEqual([["stay", 3]]);
    expect(bodyOf(source, tree, "ar")).toContain("قصير أيام");
  });
});
