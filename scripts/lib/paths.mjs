import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What a run leaves behind: database, secret, mails. Never in git, safe to delete while nothing runs. */
const dataRoot = process.env.MAWID_DATA_DIR ?? join(root, ".data");

/** @param {...string} parts */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/** @param {...string} parts */
export function inData(...parts) {
  return join(dataRoot, ...parts);
}
