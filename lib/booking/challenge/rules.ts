import { solvedSchema } from "./schema";

/** How long a challenge may be solved and used. */
export const challengeMinutes = 10;

/** Iterations of one attempt: enough that a browser loses little by asking for each anew, and cheap to set for us. */
export const iterations = 500;

/** Tries of one solved challenge that may lead to no hold, because somebody else was quicker, before it is worth nothing. */
export const challengeUses = 5;

/** What stands in the `challenge` of a request, or null when it is none. Nothing in it has been checked yet. */
export function readSolved(payload: string) {
  try {
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const parsed = solvedSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
