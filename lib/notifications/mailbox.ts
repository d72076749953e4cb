import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { env, isProduction } from "@/lib/platform/env";

export type StoredMail = {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; base64: string }[];
  at: string;
};

/** The mails of the local mailbox, newest first; null in production, where there is none. */
export function readMailbox(): StoredMail[] | null {
  if (isProduction()) return null;
  const folder = env().MAILBOX_DIR;
  if (!folder) return [];
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    // The folder is made with the first mail.
    return [];
  }
  return names
    .sort()
    .reverse()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as StoredMail);
}
