import "server-only";
import { db } from "./db";

// An answer belongs to the connections it came through: with new ones (another database, another clock) it is forgotten.
const kept = new WeakMap<object, Map<string, Promise<unknown>>>();

function mine(): Map<string, Promise<unknown>> {
  const answers = kept.get(db()) ?? new Map<string, Promise<unknown>>();
  kept.set(db(), answers);
  return answers;
}

/**
 * One answer for everybody who asks the same within a short time: a crowd costs the database one question. For what may
 * be a little old, never for what is decided by it.
 *
 * @param key names the question
 * @param milliseconds how old the answer may be
 */
export function sharedAnswer<Answer>(
  key: string,
  milliseconds: number,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const answers = mine();
  const known = answers.get(key);
  if (known) return known as Promise<Answer>;
  const answer = ask();
  answers.set(key, answer);
  const forget = () => answers.delete(key);
  // What failed is asked again at once.
  answer.then(() => setTimeout(forget, milliseconds).unref(), forget);
  return answer;
}

const told = new WeakMap<object, Map<string, unknown>>();

/** Keeps what was just learnt for a short time, for whoever asks with `recall`. */
export function remember(key: string, milliseconds: number, what: unknown): void {
  const all = told.get(db()) ?? new Map<string, unknown>();
  told.set(db(), all);
  all.set(key, what);
  setTimeout(() => all.get(key) === what && all.delete(key), milliseconds).unref();
}

/** What was learnt a short time ago, or null. */
export function recall<What>(key: string): What | null {
  return (told.get(db())?.get(key) as What | undefined) ?? null;
}
