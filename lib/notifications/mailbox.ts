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

/** A mail and the name it is kept under. */
export type KeptMail = { name: string; mail: StoredMail };

/** The mails of the local mailbox, newest first; null in production, where there is none. */
export function readMailbox(): StoredMail[] | null {
  return readKept()?.map(({ mail }) => mail) ?? null;
}

/** The same with the names of the mails, for links to their attachments. */
export function readKept(): KeptMail[] | null {
  if (isProduction()) return null;
  const folder = env().MAILBOX_DIR;
  if (!folder) return [];
  let files: string[];
  try {
    files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  } catch {
    // The folder is made with the first mail.
    return [];
  }
  return files
    .sort()
    .reverse()
    .map((file) => ({
      name: file.slice(0, -".json".length),
      mail: JSON.parse(readFileSync(path.join(folder, file), "utf8")) as StoredMail,
    }));
}
