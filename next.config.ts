import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

// The policy for scripts depends on the page and comes from proxy.ts.
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];
// What is about documents stays away from fonts and styles: on a cold phone every byte counts.
const onDocuments = [
  // Tokens stand in addresses, so no address goes to another server. Not "no-referrer": with it browsers send forms with
  // "Origin: null", which Next refuses, and without JavaScript nothing could be booked.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

// Its address changes with its content, so that a phone fetches it once.
const script = `/portal.js?v=${createHash("sha256").update(readFileSync("public/portal.js")).digest("hex").slice(0, 8)}`;
const forever = [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  serverExternalPackages: ["pg", "pg-boss", "nodemailer", "pino", "@myriaddreamin/typst-ts-node-compiler"],
  // `npm test` checks the types of everything, tests and scripts too; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    { source: "/((?!_next/static/|portal\\.js|icon\\.svg).*)", headers: onDocuments },
    { source: "/portal.js", headers: forever },
  ],
  env: { PORTAL_SCRIPT: script },
  outputFileTracingIncludes: {
    "/**": [
      "./content/**",
      "./lib/notifications/confirmation/{confirmation.typ,fonts/*.ttf}",
      "./node_modules/@expo-google-fonts/noto-sans*/700Bold/*.ttf",
    ],
  },
};

export default withNextIntl(config);
