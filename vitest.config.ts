import { defineConfig } from "vitest/config";

const alias = { "server-only": new URL("./node_modules/server-only/empty.js", import.meta.url).pathname };
const shared = { resolve: { tsconfigPaths: true, alias } };
const onContent = {
  // The first test of a file reads all content; a busy machine takes its time.
  testTimeout: 60_000,
  setupFiles: ["tests/support/no-console-error.ts"],
  server: { deps: { inline: ["next-intl"] } },
};
const onDatabase = {
  // Mails that cannot be sent are what some tests are about.
  env: { LOG_LEVEL: "silent" },
  setupFiles: ["tests/support/no-console-error.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  server: { deps: { inline: ["next-intl"] } },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          ...onContent,
          name: "unit",
          // Modules are loaded once for all files of a process, and with them all of content is read once.
          isolate: false,
          include: [
            "lib/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "app/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          exclude: ["**/*.alone.test.tsx"],
        },
      },
      {
        ...shared,
        // They change what was read, which no other test may see.
        test: { ...onContent, name: "alone", include: ["components/**/*.alone.test.tsx"] },
      },
      {
        ...shared,
        test: {
          ...onDatabase,
          name: "integration",
          // Each file has a database of its own; the cluster has connections for two at a time.
          maxWorkers: 2,
          include: ["tests/integration/**/*.test.ts"],
        },
      },
      {
        ...shared,
        test: {
          ...onDatabase,
          // Server processes that are started, stopped and killed; that takes longer.
          name: "processes",
          fileParallelism: false,
          include: ["tests/processes/**/*.test.ts"],
        },
      },
    ],
  },
});
