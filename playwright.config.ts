import { defineConfig, devices } from "@playwright/test";

/** `npm test` starts the portal and tells where it is; `PORTAL_URL=http://localhost:3000 npx playwright test` works, too. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalTeardown: "./tests/e2e/support/teardown.ts",
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Far above what is needed, for machines that do much else meanwhile.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.PORTAL_URL ?? "http://localhost:3000",
    timezoneId: "Europe/Berlin",
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium-headless-shell" },
  },
});
