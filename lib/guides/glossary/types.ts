import type { z } from "zod";
import type { termSchema } from "./schema";

export type Term = z.infer<typeof termSchema>;
