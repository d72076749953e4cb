import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

const demo = {
  NODE_ENV: "test",
  DATABASE_URL: "postgres://localhost/x",
  PORTAL_SECRET: "s".repeat(32),
} as const;
const production = {
  ...demo,
  PORTAL_ENV: "production",
  SMTP_URL: "smtp://mail.example",
  PORTAL_URL: "https://mawid.example",
};

describe("the settings", () => {
  it("have defaults outside production", () => {
    const parsed = parseEnv({ ...demo, PORT: "4000", SMTP_URL: "" });
    expect(parsed).toMatchObject({
      ok: true,
      env: { PORT: 4000, PORTAL_URL: "http://localhost:4000", PORTAL_ENV: "demo" },
    });
  });

  it.each([
    ["PORT", { ...demo, PORT: "99999" }],
    ["PORTAL_ENV", { ...demo, PORTAL_ENV: "staging" }],
    ["DATABASE_URL", { ...demo, DATABASE_URL: "mysql://x" }],
    ["DATABASE_URL", { ...demo, DATABASE_URL: undefined }],
    ["PORTAL_SECRET", { ...demo, PORTAL_SECRET: "short" }],
    ["PORTAL_CLOCK_OFFSET", { ...demo, PORTAL_CLOCK_OFFSET: "3 days" }],
    ["PORTAL_URL", { ...demo, PORTAL_URL: "mawid.example" }],
    ["SMTP_URL", { ...demo, SMTP_URL: "mail.example" }],
    ["PORTAL_CLOCK_OFFSET", { ...production, PORTAL_CLOCK_OFFSET: "P1D" }],
    ["RATE_LIMITS", { ...production, RATE_LIMITS: "off" }],
    ["CHALLENGE_COST", { ...production, CHALLENGE_COST: "0" }],
    ["SMTP_URL", { ...production, SMTP_URL: undefined }],
    ["PORTAL_URL", { ...production, PORTAL_URL: "" }],
  ])("with a wrong or missing %s give one line that names it and shows no value", (name, source) => {
    const parsed = parseEnv(source as NodeJS.ProcessEnv);
    expect(parsed.ok).toBe(false);
    const message = parsed.ok ? "" : parsed.message;
    expect(message).toMatch(new RegExp(`^Setting ${name} [^\n]+$`));
    expect(message).not.toContain("short");
  });

  it.each(["P3DT2H", "PT30M", "PT12.5S", "P1W"])("take %s as a clock offset", (offset) => {
    expect(parseEnv({ ...demo, PORTAL_CLOCK_OFFSET: offset }).ok).toBe(true);
  });
});
