type Header = { key: string; value: string };

/** Headers of every answer. The policy for scripts depends on the page and comes from proxy.ts. */
export const everywhere: Header[] = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** What is about documents stays away from fonts and styles: on a cold phone every byte counts. */
export const onDocuments: Header[] = [
  // Tokens stand in addresses, so no address goes to another server. Not "no-referrer": with it browsers send forms with
  // "Origin: null", which Next refuses, and without JavaScript nothing could be booked.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const common = [
  "default-src 'none'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
];

/** The content security policy of a page; `nonce` is for pages that hydrate, and null for plain ones. */
export function contentPolicy(nonce: string | null): string {
  const development = process.env.NODE_ENV === "development";
  const script = nonce
    ? `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`
    : "script-src 'self'";
  // Hot reload puts styles into the page.
  const rules = development
    ? common.map((rule) => rule.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"))
    : common;
  return [...rules, script].join("; ");
}
