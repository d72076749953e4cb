import "server-only";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const shells = new Map<string, string>();

/**
 * The prerendered page of an address, `/de/search`, for handlers that fill its slots in. In development there is none, so
 * the page is asked for, and its scripts are left out. `origin`: where the portal itself answers.
 */
export async function shellOf(address: string, origin: string): Promise<string> {
  const known = shells.get(address);
  if (known) return known;
  const file = join(process.cwd(), ".next", "server", "app", `${address}.html`);
  if (process.env.NODE_ENV === "development" || !existsSync(file)) {
    const response = await fetch(`${origin}${address}`);
    return withoutFramework(await response.text());
  }
  const shell = readFileSync(file, "utf8");
  shells.set(address, shell);
  return shell;
}

/** A page without scripts but the portal's own; what the build does to prerendered pages, for development. */
export function withoutFramework(html: string): string {
  return html
    .replace(/<script\b(?![^>]*\bsrc="\/(?:portal|search|saved)\.js)[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link\b(?=[^>]*\bas="script")[^>]*>/g, "");
}
