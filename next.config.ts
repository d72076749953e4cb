import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // Several processes of one release must be able to read each other's form actions.
  serverExternalPackages: ["pg", "nodemailer", "pino"],
  outputFileTracingIncludes: { "/**": ["./content/**"] },
};

export default withNextIntl(config);
