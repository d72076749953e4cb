// Builds the portal when its sources changed since the last build.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { next, runNode, typescript } from "./children.mjs";
import { contentDay, turnsUntil } from "./fact-days.mjs";
import { dropOwnership, livingOwner, takeOwnership } from "./owner.mjs";
import { inRoot } from "./paths.mjs";
import { Problem, say, seconds } from "./say.mjs";

const sources = [
  "app",
  "components",
  "content",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "scripts/postbuild.mjs",
  "scripts/lib/plain-page.mjs",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Settings that a prerendered page may show, where they are set. */
const settings = ["PORTAL_URL", "PORTAL_ENV", "CONTENT_DATE", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"];

const mark = inRoot(".next", ".mawid-build");
/** One file for each process that serves from the build: it must not be replaced under them. */
const users = inRoot(".data", "build-users");

/** @returns {() => void} to be called when this process serves no more */
export function useBuild() {
  const file = join(users, `${process.pid}.owner`);
  takeOwnership(file, "a portal");
  return () => dropOwnership(file);
}

function otherUser() {
  if (!existsSync(users)) return undefined;
  for (const name of readdirSync(users)) {
    const owner = livingOwner(join(users, name));
    if (!owner) rmSync(join(users, name), { force: true });
    else if (owner.pid !== process.pid) return owner;
  }
  return undefined;
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(inRoot(path))) return [];
  if (!statSync(inRoot(path)).isDirectory()) return [path];
  return readdirSync(inRoot(path))
    .sort()
    .filter((name) => name !== "generated" && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesBelow(join(path, name)));
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesBelow)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update("\0");
  }
  for (const name of settings) hash.update(`${name}=${process.env[name] ?? ""}\0`);
  const facts = filesBelow(join("content", "facts")).map((file) => readFileSync(inRoot(file), "utf8"));
  hash.update(turnsUntil(facts.join("\n"), contentDay()).join());
  return hash.digest("hex");
}

/**
 * @param {import("./children.mjs").Env} env
 * @returns {Promise<void>}
 */
export async function buildIfNeeded(env) {
  const wanted = fingerprint();
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  const other = otherUser();
  if (other) {
    throw new Problem(
      `The sources changed, but a portal still runs from the present build (process ${other.pid}). Stop it first.`,
    );
  }
  const begun = performance.now();
  say("Building … (about half a minute)");
  // Nothing of the last build may be served with the new one; the framework's cache beside it stays.
  for (const path of [mark, inRoot(".next", "BUILD_ID"), inRoot(".next", "server")])
    rmSync(path, { recursive: true, force: true });
  await runNode([...next, "build"], env, "The build");
  // It has ended without an error and without a result before.
  if (!existsSync(inRoot(".next", "BUILD_ID"))) throw new Problem("The build ended early. Start again.");
  const after = inRoot("scripts", "postbuild.mjs");
  if (existsSync(after)) await runNode([...typescript, after], env, "The step after the build");
  writeFileSync(mark, wanted);
  say(`Built in ${seconds(performance.now() - begun)}.`);
}
