import { describe, expect, it } from "vitest";
import { articleFaults, articlesOf, neighbours } from "./rules";

const sections = ["overview", "introduction", "article-1", "article-2", "law"].map((id) => ({
  id,
  title: `§ ${id}`,
}));
const told = { first: "introduction", last: "article-2", confirmed: ["article-2"], partly: ["introduction"] };

describe("articlesOf", () => {
  it("are the sections from the first to the last, with how far each is confirmed", () => {
    expect(articlesOf("law", told, sections).map(({ id, state, path }) => [id, state, path])).toEqual([
      ["introduction", "partly", "/guides/law/introduction"],
      ["article-1", "unverified", "/guides/law/article-1"],
      ["article-2", "confirmed", "/guides/law/article-2"],
    ]);
  });
  it("are none of a guide that tells no law", () => {
    expect(articlesOf("law", undefined, sections)).toEqual([]);
  });
});

describe("neighbours", () => {
  it("stand before and after, and end with the law", () => {
    const articles = articlesOf("law", told, sections);
    const idsAt = (id: string) => Object.values(neighbours(articles, id)).map((one) => one?.id ?? null);
    expect(idsAt("introduction")).toEqual([null, "article-1"]);
    expect(idsAt("article-1")).toEqual(["introduction", "article-2"]);
    expect(idsAt("article-2")).toEqual(["article-1", null]);
    expect(idsAt("overview")).toEqual([null, null]);
  });
});

describe("articleFaults", () => {
  it.each([
    [told, []],
    [{ ...told, last: "article-9" }, ["articles: first and last are sections of the guide, in their order"]],
    [{ ...told, first: "law" }, ["articles: first and last are sections of the guide, in their order"]],
    [{ ...told, confirmed: ["law"] }, ["articles: law is no section from introduction to article-2"]],
    [{ ...told, partly: ["article-2"] }, ["articles: article-2 is named twice"]],
  ])("%#", (given, faults) => expect(articleFaults(given, sections)).toEqual(faults));
});
