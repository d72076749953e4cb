import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { hasRead } from "../../scripts/lib/results.mjs";

const root = resolve(import.meta.dirname, "../..");

/** Forbidden imports, one for each rule: the file, what it imports, and the rule that must object. */
const planted = [
  ["components/ui/planted.tsx", "../../lib/shop/types", "ui-knows-no-domain"],
  ["components/shop/planted.tsx", "../../lib/shop/queries", "components-show"],
  ["components/shop/planted-db.tsx", "../../lib/platform/db", "components-show"],
  ["components/guide/planted.tsx", "../../lib/shop/commands", "guide-components-read-guides-only"],
  ["components/shop/planted-page.tsx", "../../app/shop/page", "nothing-imports-pages"],
  ["lib/shop/planted.ts", "../../components/ui/box", "lib-imports-no-components"],
  ["app/planted/page.tsx", "../../lib/shop/commands", "pages-do-not-write"],
  ["lib/time/planted.ts", "../shop/types", "core-knows-no-domain"],
  ["lib/planted/rules.ts", "../platform/db", "rules-are-pure"],
  ["lib/planted-io/rules.ts", "node:fs", "rules-are-pure"],
  ["lib/planted-next/rules.ts", "next/headers", "rules-are-pure"],
  ["lib/planted-other/rules.ts", "../shop/rules", "rules-of-other-domains"],
  ["lib/planted/schema.ts", "../shop/queries", "schemas-do-no-io"],
  ["lib/planted/queries.ts", "../shop/commands", "queries-do-not-write"],
  ["lib/planted/actions.ts", "../platform/db", "actions-and-jobs-call-commands"],
  ["lib/planted/form.ts", "@prisma/client", "prisma-stays-below"],
  ["lib/planted/form-types.ts", "../platform/generated/client", "generated-client-stays-below"],
  ["scripts/planted.ts", "../lib/platform/generated/client", "generated-client-stays-below"],
  ["lib/planted/mail.ts", "../platform/db", "database-stays-below"],
  ["app/planted/files.ts", "node:fs", "files-are-read-below"],
  ["app/planted/words.ts", "../../messages/de.json", "messages-belong-to-i18n"],
  ["lib/planted/support.ts", "../../tests/support", "no-tests-in-the-product"],
  ["instrumentation.ts", "./tests/support", "no-tests-in-the-product"],
  ["lib/planted/nowhere.ts", "./does-not-exist", "no-unresolvable"],
  ["lib/planted/round.ts", "./round", "no-cycles"],
] as const;

/** What a rightful tree has at the same places. */
const rightful: Record<string, string> = {
  "messages/de.json": "{}",
  "lib/platform/db.ts": "export const db = 1;",
  "lib/platform/generated/client.ts": "export type Row = string;",
  "lib/shop/types.ts": "export type Shop = string;",
  "lib/shop/rules.ts":
    'import type { Shop } from "./types";\nexport const isOpen = (shop: Shop) => shop !== "";',
  "lib/shop/queries.ts": 'import { db } from "../platform/db";\nexport const shop = () => db;',
  "lib/shop/commands.ts": 'import { db } from "../platform/db";\nexport const sell = () => db;',
  "lib/shop/actions.ts": 'import { sell } from "./commands";\nexport const sellAction = () => sell();',
  "components/ui/box.tsx": "export const Box = () => null;",
  "components/shop/shop.tsx":
    'import type { Shop } from "../../lib/shop/types";\nimport { sellAction } from "../../lib/shop/actions";\nimport { Box } from "../ui/box";\nexport const View = (shop: Shop) => [shop, sellAction, Box];',
  "app/shop/page.tsx":
    'import { View } from "../../components/shop/shop";\nimport { shop } from "../../lib/shop/queries";\nexport default () => [View, shop];',
  "tests/support.ts": "export const helper = 1;",
};

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const folder = mkdtempSync(join(tmpdir(), "mawid-boundaries-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plant(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const everything = ["app", "components", "lib", "scripts", "prisma", "proxy.ts", "instrumentation.ts"];

/** Runs the check as `npm run check` does, and gives what it objects to. */
async function cruise(cwd: string, paths = everything.filter((path) => existsSync(join(cwd, path)))) {
  const command = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const args = [command, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...paths];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd,
    maxBuffer: 2 ** 26,
  }).catch((error: { stdout: string }) => error);
  return report.parse(JSON.parse(stdout)).summary;
}

beforeAll(() => {
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json"])
    cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  plant(rightful);
});

describe("the boundaries between folders", () => {
  it("are content with a tree that keeps them", async () => {
    const { violations, totalCruised } = await cruise(folder);
    expect(violations).toEqual([]);
    expect(totalCruised).toBeGreaterThan(8);
  });

  it("are kept by the portal itself", async () => {
    const { violations, totalCruised } = await cruise(root);
    expect(violations).toEqual([]);
    // With a TypeScript it does not know the check reads nothing, and is content with that.
    expect(totalCruised).toBeGreaterThan(200);
  });

  it("are not said to be kept when nothing was read (negative control)", async () => {
    const { violations, totalCruised } = await cruise(folder, ["tests/nothing-here"]).catch(() => ({
      violations: [],
      totalCruised: 0,
    }));
    expect([violations, totalCruised]).toEqual([[], 0]);
    expect(hasRead("✔ no dependency violations found (0 modules, 0 dependencies cruised)")).toBe(false);
    expect(hasRead("✔ no dependency violations found (291 modules, 1086 dependencies cruised)")).toBe(true);
    expect(hasRead("")).toBe(false);
  });

  it("have a planted import for every rule", () => {
    const config = z
      .object({ forbidden: z.array(z.object({ name: z.string() })) })
      .parse(createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs")));
    const rules = config.forbidden.map(({ name }) => name);
    expect(new Set(planted.map(([, , rule]) => rule))).toEqual(new Set(rules));
  });

  it("object to every forbidden import", async () => {
    plant(
      Object.fromEntries(
        planted.map(([path, target]) => [path, `import * as it from "${target}";\nexport const use = it;`]),
      ),
    );
    const { violations } = await cruise(folder);
    const objections = violations.map(({ from, rule }) => `${rule.name}: ${from}`);
    expect(objections).toEqual(expect.arrayContaining(planted.map(([path, , rule]) => `${rule}: ${path}`)));
  });
});
