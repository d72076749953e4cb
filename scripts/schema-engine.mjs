#!/usr/bin/env node
// The schema engine of Prisma without a download: the official engine as WebAssembly from npm, talking to the
// database through the same adapter as the portal. The Prisma command line starts it as
// PRISMA_SCHEMA_ENGINE_BINARY and speaks JSON-RPC with it, one message a line, on stdin and stdout.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    version: { type: "boolean", short: "V" },
  },
});

/** @param {unknown} message */
const send = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

// A panic of the engine: it leaves the reason here, stops with a trap, and its promise stays open for ever.
let panic = "";
/** @type {unknown} */
let current;
/** @param {string} text */
const setMessage = (text) => {
  panic = text;
};
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: setMessage } });
process.on("uncaughtException", (error) => {
  answerError(current, error);
  process.exitCode = 101;
});

async function makeEngine() {
  const { EngineAdapterFactory } = await import("./lib/engine-adapter.mjs");
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  const bg = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const folder = dirname(
    createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bg });
  bg.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  const adapter = new EngineAdapterFactory(databaseUrl());
  /** @param {string} line */
  const log = (line) => process.stderr.write(`${line}\n`);
  return bg.SchemaEngine.new(
    { datamodels: await datamodels() },
    log,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

function databaseUrl() {
  return values.datasource ? JSON.parse(String(values.datasource)).url : process.env.DATABASE_URL;
}

/** The schema files, as pairs of name and text. */
async function datamodels() {
  const files = /** @type {string[] | undefined} */ (values.datamodels);
  /** @type {[string, string][]} */
  const pairs = [];
  for (const file of files ?? []) pairs.push([file, await readFile(file, "utf8")]);
  return files && pairs;
}

if (values.version) {
  process.stdout.write("schema-engine-cli 7.10.0\n");
} else if (positionals[0] === "cli") {
  // "cli can-connect-to-database": the command that follows finds out by itself.
} else {
  // An engine that cannot be made must still answer: Prisma takes silence for success.
  const making = makeEngine();
  making.catch(() => {});
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    current = id;
    // An answer to one of our own messages.
    if (method === undefined) continue;
    try {
      const engine = /** @type {any} */ (await making);
      const result = await engine[method](params);
      if (method === "diff")
        send({ jsonrpc: "2.0", id: 0, method: "print", params: { content: result.stdout } });
      send({ jsonrpc: "2.0", id, result: result ?? null });
    } catch (error) {
      answerError(id, error);
    }
  }
  process.exit(0);
}

/**
 * @param {unknown} id
 * @param {any} error the engine throws plain objects, too
 */
function answerError(id, error) {
  const message = panic || String(error?.message ?? error);
  const data = { is_panic: panic !== "", message, error_code: error?.code, meta: error?.meta ?? null };
  send({ jsonrpc: "2.0", id, error: { code: 4466, message: "An error happened.", data } });
}
