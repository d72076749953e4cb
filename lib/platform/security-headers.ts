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
