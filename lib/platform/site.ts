// The settings that prerendered pages show. They are read at build time, when no database need be there, so not with
// `env()`; scripts/lib/build.mjs builds anew when they change.

/** Public address of the portal, for links that must be whole. */
export const siteAddress = (): string => process.env.PORTAL_URL || "http://localhost:3000";

/** Whether this is a demonstration, whose appointments are valid nowhere. */
export const isDemonstration = (): boolean => process.env.PORTAL_ENV !== "production";

/** Addresses of the portal's own scripts (`components/portal`), with a version in each; `next.config.ts` makes them. */
export const portalScript = (): string => process.env.PORTAL_SCRIPT ?? "/portal.js";
export const searchScript = (): string => process.env.SEARCH_SCRIPT ?? "/search.js";
export const savedScript = (): string => process.env.SAVED_SCRIPT ?? "/saved.js";
