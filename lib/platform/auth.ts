import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { keyedHash } from "./crypto";
import { db } from "./db";
import { env, isProduction } from "./env";

const hours = 3600;

function create() {
  const { PORTAL_URL } = env();
  return betterAuth({
    baseURL: PORTAL_URL,
    secret: keyedHash("better-auth", "secret"),
    database: prismaAdapter(db(), { provider: "postgresql" }),
    telemetry: { enabled: false },
    // Accounts are made by the office (`npm run schedule -- staff`), never by whoever finds the page.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    user: {
      modelName: "staffUser",
      additionalFields: {
        office: { type: "string", required: true, input: false },
        role: { type: "string", required: true, input: false },
      },
    },
    // The cookie cache would keep a withdrawn session alive for minutes.
    session: {
      modelName: "staffSession",
      expiresIn: 10 * hours,
      updateAge: hours,
      cookieCache: { enabled: false },
    },
    account: { modelName: "staffAccount" },
    verification: { modelName: "staffVerification" },
    rateLimit: {
      enabled: isProduction() || env().RATE_LIMITS === "on",
      storage: "database",
      modelName: "staffRateLimit",
      customRules: { "/sign-in/email": { window: 300, max: 10 } },
    },
    advanced: { cookiePrefix: "mawid", useSecureCookies: PORTAL_URL.startsWith("https:") },
  });
}

let instance: ReturnType<typeof create> | undefined;

/** Sign-in of staff. Made on first use, so that a build needs no settings. */
export function auth(): ReturnType<typeof create> {
  instance ??= create();
  return instance;
}
