import { z } from "zod";

/**
 * What is asked of a client before a hold: find the counter whose key, derived from nonce and salt, begins with
 * `keyPrefix`. In the format of ALTCHA; everything in it is signed.
 */
export const challengeSchema = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal("PBKDF2/SHA-256"),
    /** Iterations of one attempt. */
    cost: z.int(),
    data: z.strictObject({
      /** The largest counter that can be the answer. */
      attempts: z.int(),
      /** Seconds since 1970 by the portal's clock. ALTCHA's own field would be judged by the clock of the machine. */
      expiresAt: z.int(),
      purpose: z.literal("booking"),
    }),
    keyLength: z.int(),
    keyPrefix: z.string(),
    keySignature: z.string(),
    nonce: z.string(),
    salt: z.string(),
  }),
  signature: z.string(),
});

/** A solved challenge: the base64 of this as JSON is the `challenge` of a request. */
export const solvedSchema = z.strictObject({
  challenge: challengeSchema,
  solution: z.object({ counter: z.int().min(0), derivedKey: z.string().max(128) }),
});
