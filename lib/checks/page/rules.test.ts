import { describe, expect, it } from "vitest";
import { answersAddress, filledCheck } from "./rules";
import type { Filling } from "./types";

const evil = `"><script>alert('x')</script>$&$1`;

const filling: Filling = {
  locale: "ar",
  slug: "visa",
  given: [
    { question: "nationality", answer: "EG", words: { question: "Pass?", answer: "مصر" }, german: [] },
    { question: "stay", answer: "short", words: { question: "Dauer?", answer: evil }, german: [] },
  ],
  hidden: false,
  progress: { text: "3 / 4", number: 3, most: 4 },
  fault: "",
  words: { soFar: "Antworten", change: "Ändern", back: "Zurück", withAnswers: "Mit Antworten" },
};

const shell =
  '<a href="/de/checks/visa" lang="de" hrefLang="de" class="f">Deutsch</a><a href="/en/checks" hrefLang="en">English</a>' +
  '<p data-slot="progress" class="a">1 / 4</p><progress aria-hidden="true" value="1" max="4"></progress>' +
  '<form data-slot="form" method="get" action="/ar/checks/visa"><span data-slot="given"></span>' +
  '<p role="alert" data-slot="fault" class="b"></p></form>' +
  '<p data-slot="with-answers" class="e"></p><div data-slot="back" class="c"></div><section data-slot="so-far" class="d"></section>';

describe("answersAddress", () => {
  it("has the answers in their order", () => {
    expect(answersAddress(filling)).toBe("/ar/checks/visa?nationality=EG&stay=short");
    expect(answersAddress({ ...filling, given: [] })).toBe("/ar/checks/visa");
  });
});

describe("filledCheck", () => {
  const html = filledCheck(shell, filling);
  it("carries the answers on, shows them, and leads back to each", () => {
    expect(html).toContain('<span data-slot="given"><input type="hidden" name="nationality" value="EG"/>');
    expect(html).toContain('<p data-slot="progress" class="a">3 / 4</p>');
    expect(html).toContain('<progress aria-hidden="true" value="3" max="4">');
    expect(html).toMatch(/href="\/ar\/checks\/visa">Ändern/);
    expect(html).toMatch(/href="\/ar\/checks\/visa\?nationality=EG">Ändern/);
    expect(html).toMatch(/href="\/ar\/checks\/visa\?nationality=EG">Zurück/);
  });
  it("gives the address with the answers, to be shared", () => {
    expect(html).toMatch(/href="\/ar\/checks\/visa\?nationality=EG&amp;stay=short">Mit Antworten/);
  });
  it("lets no markup of an answer through", () => {
    expect(html).not.toContain("<script>");
    expect(html).toContain("&quot;&gt;&lt;script&gt;");
    expect(html).toContain("$&amp;$1");
  });
  it("keeps the answers in the other languages, and leaves other links alone", () => {
    expect(html).toContain(
      '<a href="/de/checks/visa?nationality=EG&amp;stay=short" lang="de" hrefLang="de" class="f">',
    );
    expect(html).toContain('<a href="/en/checks" hrefLang="en">');
  });
  it("keeps sensitive answers out of every address", () => {
    const hidden = filledCheck(shell, { ...filling, hidden: true });
    expect(hidden).toContain('<form data-slot="form" method="post" action="/ar/checks/visa">');
    expect(hidden).not.toContain("?nationality");
    expect(hidden).not.toContain("Mit Antworten");
    expect(hidden).not.toContain("short&");
    const forms = hidden.match(/<form method="post" action="\/ar\/checks\/visa">.*?<\/form>/g) ?? [];
    expect(forms).toHaveLength(2);
    expect(forms[1]).toContain('name="nationality" value="EG"');
    expect(forms[1]).not.toContain('name="stay"');
  });
  it("sends sensitive answers in a form to the other languages", () => {
    const hidden = filledCheck(shell, { ...filling, hidden: true });
    expect(hidden).not.toContain('href="/de/checks/visa');
    const [form = ""] = /<form method="post" action="\/de\/checks\/visa">.*?<\/form>/.exec(hidden) ?? [];
    expect(form).toContain('name="nationality" value="EG"');
    expect(form).toContain('name="stay"');
    expect(form).toContain('<button type="submit" lang="de" class="cursor-pointer f">Deutsch</button>');
    expect(hidden).toContain('<a href="/en/checks" hrefLang="en">English</a>');
  });
  it("keeps the answers in a link within a text, which becomes a button that looks like one", () => {
    const note = '<div>Neuer. <a href="/de/checks/visa/results/x" hrefLang="de">Deutsch lesen</a></div>';
    expect(filledCheck(note, filling)).toContain(
      '<a href="/de/checks/visa?nationality=EG&amp;stay=short" hrefLang="de">Deutsch lesen</a>',
    );
    const hidden = filledCheck(note, { ...filling, hidden: true });
    expect(hidden).toContain(
      '<button type="submit" class="cursor-pointer text-teal underline">Deutsch lesen</button></form></div>',
    );
    expect(hidden).toContain('action="/de/checks/visa">');
  });
  it("marks questions and answers that are German on a page in another language", () => {
    const given = filling.given.map((each) => ({ ...each, german: ["question" as const] }));
    const german = filledCheck(shell, { ...filling, given });
    expect(german).toContain('<dt class="text-sm text-soft"><bdi lang="de" dir="ltr">Pass?</bdi></dt>');
    expect(german).toContain('<dd class="font-semibold">مصر</dd>');
    expect(german).toContain('<span class="sr-only">: <bdi lang="de" dir="ltr">Pass?</bdi></span>');
    expect(html).not.toContain("<bdi");
  });
  it("says at an outcome nothing about progress, and at a wrong answer what is wrong", () => {
    const at = filledCheck(shell, { ...filling, progress: null, fault: "Bitte wählen" });
    expect(at).toContain('<p data-slot="progress" class="a">1 / 4</p>');
    expect(at).toContain('data-slot="fault" class="b">Bitte wählen</p>');
  });
});
