import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { everywhere, onDocuments } from "./lib/platform/security-headers";
import { buildDate } from "./lib/time/build";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** The address of a script changes with its content, so that a phone fetches it once. */
const scriptAddress = (name: string) =>
  `/${name}.js?v=${createHash("sha256")
    .update(readFileSync(`public/${name}.js`))
    .digest("hex")
    .slice(0, 8)}`;
const forEverySite = [{ key: "Access-Control-Allow-Origin", value: "*" }];
const forever = [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Next leaves one processor to the process that hands out the pages, which has next to nothing to do.
  experimental: { cpus: availableParallelism() },
  agentRules: false,
  serverExternalPackages: ["pg", "pg-boss", "nodemailer", "pino", "@myriaddreamin/typst-ts-node-compiler"],
  // `npm test` checks the types of everything, tests and scripts too; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    { source: "/((?!_next/static/|(?:portal|search|saved|sw)\\.js|icon\\.svg).*)", headers: onDocuments },
    { source: "/:script(portal|search|saved).js", headers: forever },
    // Open data is there for the scripts of other sites, too; nothing of it depends on who asks.
    { source: "/api/v1/:open(guides|facts|services|search|openapi\\.json)/:rest*", headers: forEverySite },
  ],
  env: {
    // What prerendered pages show holds for this day; the staff's page says when that is no longer so.
    BUILT_ON: buildDate(),
    PORTAL_SCRIPT: scriptAddress("portal"),
    SEARCH_SCRIPT: scriptAddress("search"),
    SAVED_SCRIPT: scriptAddress("saved"),
  },
  outputFileTracingIncludes: {
    "/**": [
      "./content/**",
      "./lib/notifications/confirmation/confirmation.typ",
      "./lib/guides/paper/guide.typ",
      "./lib/platform/press-process.mjs",
      "./lib/platform/fonts/*.ttf",
      "./node_modules/@expo-google-fonts/noto-sans*/700Bold/*.ttf",
    ],
  },
};

export default withNextIntl(config);
