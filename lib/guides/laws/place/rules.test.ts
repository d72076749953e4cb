import { describe, expect, it } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
import { getMentions } from "@/lib/guides/uses/queries";
import { overlaps, readPlace } from "./rules";

function meet(a: string, b: string): boolean {
  const [one, other] = [readPlace(a), readPlace(b)];
  if (!one || !other) throw new Error(`${a} or ${b} cannot be read`);
  expect(overlaps(other, one)).toBe(overlaps(one, other));
  return overlaps(one, other);
}

describe("overlaps", () => {
  it.each([
    ["§ 10", "§ 10"],
    ["§ 10", "§ 10 Abs. 1 Satz 1 Nr. 3 Buchst. b"],
    ["§ 10 Abs. 1", "§ 10 Abs. 1 Satz 2"],
    ["§ 10 Abs. 1 und 2", "§ 10 Abs. 2"],
    ["§ 10 Abs. 1 bis 3", "§ 10 Abs. 2"],
    // Whether the sentence belongs to the subsection, the citations do not tell.
    ["§ 10 Satz 2", "§ 10 Abs. 1"],
    ["§§ 5, 6", "§ 6"],
    ["§§ 5 und 6", "§ 5 Abs. 1"],
    ["§§ 18 bis 21", "§ 18a"],
    ["§§ 9–11", "§ 10 Abs. 4"],
    ["§§ 5 Abs. 1, 6 Abs. 2", "§ 6"],
    ["Art. 28", "Art. 28"],
    ["§ 81 Abs. 4 Satz 1, 2", "§ 81 Abs. 4 Satz 2"],
  ])("%s and %s", (a, b) => expect(meet(a, b)).toBe(true));

  it.each([
    ["§ 10", "§ 1"],
    ["§ 10", "§ 10a"],
    ["§ 10", "§ 100"],
    ["§ 10", "Art. 10"],
    ["§ 10 Abs. 1", "§ 10 Abs. 2"],
    ["§ 10 Abs. 1 Satz 1", "§ 10 Abs. 1 Satz 2"],
    ["§ 10 Abs. 4", "§ 10 Abs. 4a"],
    ["§§ 5, 7", "§ 6"],
    ["§§ 18 bis 21", "§ 22"],
    ["§§ 18 bis 21", "§ 17a"],
  ])("not %s and %s", (a, b) => expect(meet(a, b)).toBe(false));
});

describe("readPlace", () => {
  it.each(["", "10", "§", "§ zehn", "§ 10 Absatz 1", "Artikel 5"])("refuses “%s”", (text) =>
    expect(readPlace(text)).toBeNull(),
  );

  it("reads every citation of the content", () => {
    const statutes = getContent().shelf.laws.map(({ id }) => id);
    const cited = getMentions().filter(
      ({ key, name }) => /^(Law\.cite|law|laws)$/.test(key) && name.includes(" "),
    );
    expect(cited.length).toBeGreaterThan(300);
    const places = cited.flatMap(({ name }) => {
      const statute = statutes.find((id) => name.endsWith(` ${id}`) && readPlace(name.slice(0, -id.length)));
      return statute ? [] : [name];
    });
    expect(places).toEqual([]);
  });
});
