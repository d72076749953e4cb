import type { z } from "zod";
import type { challengeSchema } from "./schema";

export type Challenge = z.infer<typeof challengeSchema>;

/** What lets a request for a hold pass: a solved challenge, or the token of a mail's link that proves the address. */
export type Pass = { challenge?: string | undefined; proof?: string | undefined };

/** What a pass turns out to be. `uses` counts tries that led to no hold. */
export type ReadPass = { key: string; holder: string; expiresAt: Date; uses: number };
