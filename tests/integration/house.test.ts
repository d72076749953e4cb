import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type Check,
  hasInlineStyle,
  isDrawer,
  isLong,
  isOutsideVocabulary,
  lacksItsDirective,
  readsMachineClock,
  type SourceFile,
  spacesIsolatedRuns,
  usesPhysicalClasses,
  usesPhysicalStyles,
} from "../support/house";

const root = resolve(import.meta.dirname, "../..");
const folders = ["app", "components", "lib", "prisma", "scripts", "tests"];
const isSource = /\.(tsx?|[cm]?js|css|sql)$/;

function filesBelow(folder: string, recursive: boolean): string[] {
  return readdirSync(join(root, folder), { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

const files: SourceFile[] = [
  ...folders.flatMap((folder) => filesBelow(folder, true)),
  ...filesBelow(".", false),
]
  .filter((path) => !path.startsWith("lib/platform/generated/") && path !== "next-env.d.ts")
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

const code = files.filter(({ path }) => /\.(tsx?|[cm]js)$/.test(path));
const markup = files.filter(({ path }) => path.endsWith(".tsx") && !path.includes(".test."));
const product = /^(app|components|lib|prisma)\/|^scripts\/.+\.ts$|^(proxy|instrumentation)\.ts$/;

/** Files that may be longer than 250 lines, and why. */
const longFiles: Record<string, string> = {
  "app/globals.css":
    "One sheet for the whole portal: the browser loads one file, and the layers are read together.",
};

/** Files of a domain beside rules, types, schema, queries, commands, actions and jobs, and why. */
const otherFiles: Record<string, string> = {
  "lib/booking/form.ts": "Reads a FormData into what the schema checks; neither rule nor schema.",
  "lib/notifications/mail.ts": "Composes a mail: text in three languages, no rule and no query.",
  "lib/notifications/mailbox.ts":
    "Reads the files of the demonstration's mailbox; there is no such thing in production.",
  "lib/schedule/holidays.ts":
    "Wraps the library of public holidays, so that the rules get dates and nothing else.",
};
const otherFolders: Record<string, string> = {
  "lib/guides/mdx/": "The steps from text to page: parse, outline, links, compile.",
  "lib/guides/lint/": "One file for each thing that is checked in content/.",
  "lib/notifications/mails/": "One file for the mails of each kind of subject, and the list of kinds.",
};

const findAll = (check: Check, among: SourceFile[]) => among.flatMap(check);
const inFile = (path: string, text: string): SourceFile => ({ path, text });

describe("the house", () => {
  it("is read", () => {
    expect(code.length).toBeGreaterThan(200);
    expect(markup.length).toBeGreaterThan(60);
    expect(code.some(({ path }) => path === "proxy.ts")).toBe(true);
  });

  it("has one clock: only lib/time reads another one", () => {
    const outside = code.filter(({ path }) => product.test(path) && !path.startsWith("lib/time/"));
    expect(findAll(readsMachineClock, outside)).toEqual([]);
    // The one place that has to (docs/decisions/0004): nothing prerendered may ask the database.
    const inside = code.filter(({ path }) => path.startsWith("lib/time/"));
    expect(findAll(readsMachineClock, inside)).toEqual([expect.stringMatching(/^lib\/time\/build\.ts:/)]);
  });

  it("is the same from both sides: no class or style names left or right", () => {
    expect(findAll(usesPhysicalClasses, markup)).toEqual([]);
    const sheets = files.filter(({ path }) => path.endsWith(".css"));
    expect(sheets.length).toBeGreaterThan(0);
    expect(findAll(usesPhysicalStyles, sheets)).toEqual([]);
  });

  it("parts a run of its own direction from the words beside it by a space", () => {
    expect(findAll(spacesIsolatedRuns, markup)).toEqual([]);
  });

  it("has no style attributes, which the content security policy refuses", () => {
    // Mails are text in lib/notifications, not TSX, and need theirs.
    expect(findAll(hasInlineStyle, markup)).toEqual([]);
  });

  it("has no file of more than 250 lines but those with a reason", () => {
    // A migration is one file by its nature, and is not changed once it has been applied.
    const changing = files.filter(({ path }) => !path.startsWith("prisma/migrations/"));
    const long = findAll(isLong, changing).map((found) => found.slice(0, found.indexOf(": ")));
    expect(long.sort()).toEqual(Object.keys(longFiles).sort());
  });

  it("has no barrels, and no drawers for what has no place", () => {
    expect(findAll(isDrawer, code)).toEqual([]);
  });

  it("speaks the same words in every domain, but for those with a reason", () => {
    const others = findAll(isOutsideVocabulary, code).filter(
      (path) => !Object.keys(otherFolders).some((folder) => path.startsWith(folder)),
    );
    expect(others.sort()).toEqual(Object.keys(otherFiles).sort());
  });

  it("marks what must not reach a browser", () => {
    expect(findAll(lacksItsDirective, code)).toEqual([]);
  });
});

describe("what is planted is found (negative controls)", () => {
  it.each([
    "export const now = Date.now();",
    "export const now = () => new Date();",
    "export const now = () => new Date;",
    "export const now = Date();",
    "export const now = new globalThis.Date();",
    "export const now = [1].map(Date.now);",
    "export const now = Temporal.Now.instant();",
    "const { instant } = Temporal.Now;",
  ])("a second clock: %s", (text) => {
    expect(readsMachineClock(inFile("lib/booking/planted.ts", text))).toHaveLength(1);
  });

  it.each([
    "export const day = new Date(0);",
    "export const day = new Date(Date.UTC(2026, 11, 3));",
    "// not Date.now() and not new Date()\nexport const text = 'Date.now()';",
    "export const today = (now: Temporal.Instant) => now;",
  ])("no second clock: %s", (text) => {
    expect(readsMachineClock(inFile("lib/booking/planted.ts", text))).toEqual([]);
  });

  it.each([
    "ml-2",
    "mr-auto",
    "pl-[3px]",
    "pr-4",
    "-ml-1",
    "left-0",
    "right-1/2",
    "-left-[2px]",
    "text-left",
    "text-right",
    "border-l",
    "border-r-2",
    "rounded-l",
    "rounded-r-lg",
    "rounded-tl-md",
    "scroll-pl-4",
    "float-right",
    "md:hover:pl-2",
    "[&>a]:ml-2",
    "!mr-2",
  ])("a class with a side: %s", (name) => {
    const texts = [
      `export const A = () => <p className="flex ${name}" />;`,
      `const base = "flex ${name}";\nexport const A = () => <p className={base} />;`,
      `export const A = ({ on }) => <p className={\`flex \${on ? "a" : "b"} ${name}\`} />;`,
    ];
    for (const text of texts)
      expect(usesPhysicalClasses(inFile("components/ui/planted.tsx", text))).toHaveLength(1);
  });

  it.each([
    "ms-2 pe-4 start-0 end-1/2 text-start border-s rounded-e",
    "from right-to-left",
    "left",
    "mlx plain",
  ])("no class with a side: %s", (names) => {
    const text = `export const A = () => <p className="${names}" />;`;
    expect(usesPhysicalClasses(inFile("components/ui/planted.tsx", text))).toEqual([]);
  });

  it("a distance on the wrong side of a run of its own direction", () => {
    const run = (attributes: string) =>
      inFile("components/ui/planted.tsx", `export const A = () => <bdi ${attributes}>B1</bdi>;`);
    expect(spacesIsolatedRuns(run('dir="ltr" className="font-bold ms-1.5"'))).toHaveLength(1);
    expect(spacesIsolatedRuns(run('dir="ltr" className="font-bold"'))).toEqual([]);
    expect(spacesIsolatedRuns(run('className="ms-1.5"'))).toEqual([]);
  });

  it.each([
    "a { margin-left: 1px }",
    "a { text-align: right; }",
    "a { left: 0 }",
    "a { float: left }",
    "a { border-top-left-radius: 2px }",
    "  @apply flex pl-2;",
  ])("a style with a side: %s", (text) => {
    expect(usesPhysicalStyles(inFile("app/planted.css", text))).toHaveLength(1);
  });

  it("no style with a side where it is logical", () => {
    const text = "a { margin-inline-start: 1px; text-align: start; inset-inline-end: 0; direction: ltr }";
    expect(usesPhysicalStyles(inFile("app/planted.css", text))).toEqual([]);
  });

  it("a style attribute", () => {
    const text = "export const A = () => <div><p style={{ color: 'red' }} /></div>;";
    expect(hasInlineStyle(inFile("components/ui/planted.tsx", text))).toEqual([
      "components/ui/planted.tsx:1: style attribute",
    ]);
  });

  it("a long file, from its 251st line on", () => {
    const file = (lines: number) => inFile("lib/booking/rules.ts", "// line\n".repeat(lines));
    expect([isLong(file(250)), isLong(file(251))]).toEqual([[], ["lib/booking/rules.ts: 251 lines"]]);
  });

  it.each([
    ["lib/booking/index.ts", "export const a = 1;"],
    ["lib/booking/utils.ts", "export const a = 1;"],
    ["components/ui/helpers.tsx", "export const a = 1;"],
    ["lib/booking/all.ts", 'export * from "./rules";\nexport { a } from "./types";'],
    ["lib/booking/actions.ts", '"use server";\nexport { a } from "./commands";'],
  ])("a drawer or barrel: %s", (path, text) => {
    expect(isDrawer(inFile(path, text))).toHaveLength(1);
  });

  it("no barrel where something of its own is", () => {
    const text = 'export { a } from "./rules";\nexport const b = 1;';
    expect(isDrawer(inFile("lib/booking/queries.ts", text))).toEqual([]);
  });

  it("a word that no domain knows", () => {
    const found = [
      "lib/booking/manager.ts",
      "lib/booking/draw/rules.ts",
      "lib/platform/db.ts",
      "lib/time/clock.ts",
    ];
    expect(found.flatMap((path) => isOutsideVocabulary(inFile(path, "")))).toEqual([
      "lib/booking/manager.ts",
    ]);
  });

  it("a query that a browser could get, and an action that is none", () => {
    expect(lacksItsDirective(inFile("lib/booking/queries.ts", "export const a = 1;"))).toHaveLength(1);
    expect(lacksItsDirective(inFile("lib/booking/actions.ts", "export const a = 1;"))).toHaveLength(1);
  });
});
