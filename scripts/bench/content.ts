import { spawn } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot } from "../lib/paths.mjs";
import type { Row, Suite } from "./types";

/** What the content check and the build read. */
const parts = [
  "app",
  "components",
  "content",
  "lib",
  "messages",
  "node_modules",
  "prisma",
  "public",
  "scripts",
  "instrumentation.ts",
  "next.config.ts",
  "package.json",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const check = ["--conditions=react-server", "--import", "./scripts/register.mjs", "scripts/content.ts"];
const build = ["node_modules/next/dist/bin/next", "build"];

/**
 * How the check of the content and the build grow with the guides: the project with copies of its own guides, in three
 * languages each. Seconds and memory are those of this machine; the ratios say whether the cost of a guide stays the same.
 */
export const content: Suite = async () => {
  // Not within the project: the build would take that for its root.
  const folder = mkdtempSync(join(tmpdir(), "mawid-content-"));
  try {
    for (const part of parts) link(inRoot(part), join(folder, part));
    const rows: Row[] = [];
    for (const [what, args, sizes] of [
      ["content check", check, [100, 200, 300, 1000]],
      ["build", build, [100, 300, 1000]],
    ] as const) {
      let before: { guides: number; seconds: number } | undefined;
      for (const guides of sizes) {
        fill(join(folder, "content", "guides"), guides);
        rmSync(join(folder, ".next"), { recursive: true, force: true });
        const { seconds, gigabytes } = await run(folder, args);
        const name = `${what} of ${guides} guides in 3 languages`;
        console.log(`${name}: ${seconds.toFixed(1)} s, ${gigabytes.toFixed(2)} GiB`);
        rows.push(
          { what: name, value: seconds, unit: "s" },
          { what: `${name}, memory`, value: gigabytes, unit: "GiB" },
        );
        if (before) {
          const value = (seconds / before.seconds) * (before.guides / guides);
          rows.push({ what: `${name}, for each against ${before.guides}`, value, unit: "ratio" });
        } else before = { guides, seconds };
      }
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The same files at another place. */
function link(from: string, to: string): void {
  const entries = entriesOf(from);
  if (!entries) {
    linkOrCopy(from, to);
    return;
  }
  mkdirSync(to);
  for (const name of entries) link(join(from, name), join(to, name));
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system.
    copyFileSync(from, to);
  }
}

function entriesOf(path: string): string[] | null {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}

/**
 * Leaves the guides that are the project's own and adds copies of them, up to so many. A law has a page for each of its
 * articles as well; it is not copied, so that a guide is three pages.
 */
function fill(folder: string, guides: number): void {
  const names = readdirSync(folder);
  for (const name of names.filter((slug) => slug.startsWith("copy-")))
    rmSync(join(folder, name), { recursive: true });
  const own = names.filter((slug) => !slug.startsWith("copy-")).sort();
  const copied = own.filter(
    (slug) => !/^articles:/m.test(readFileSync(join(folder, slug, "de.mdx"), "utf8")),
  );
  for (let index = own.length; index < guides; index += 1)
    cpSync(join(folder, copied[index % copied.length] ?? ""), join(folder, `copy-${index}`), {
      recursive: true,
    });
}

/** Runs Node to its end; the memory is the highest sum over all processes of it. */
function run(folder: string, args: readonly string[]): Promise<{ seconds: number; gigabytes: number }> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: {
        ...process.env,
        NODE_ENV: undefined,
        NEXT_TELEMETRY_DISABLED: "1",
      } as unknown as NodeJS.ProcessEnv,
      // A group of its own, so that its processes can be told.
      detached: true,
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text) => {
        said = (said + text).slice(-5000);
      });
    let bytes = 0;
    const watch = setInterval(() => {
      bytes = Math.max(bytes, memoryOf(child.pid ?? 0));
    }, 250);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - begun) / 1000, gigabytes: bytes / 1024 ** 3 });
      else reject(new Error(`${args.join(" ")} ended with ${code}:\n${said}`));
    });
  });
}

/** Bytes that a process group holds, what several share counted by their shares (Linux; elsewhere 0). */
function memoryOf(group: number): number {
  let kilobytes = 0;
  for (const pid of entriesOf("/proc") ?? []) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      // The name in brackets can hold anything; the group is the third field after it.
      const [, , processGroup] =
        readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      if (Number(processGroup) !== group) continue;
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      // It has ended meanwhile.
    }
  }
  return kilobytes * 1024;
}
