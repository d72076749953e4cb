import { z } from "zod";
import { mostHits } from "../schema";
import { searchKinds } from "../types";

const mark = z.tuple([z.int().min(0), z.int().min(0)]);

/** What `GET /api/v1/search` answers (`SearchResult`). */
export const searchAnswerSchema = z.strictObject({
  hits: z
    .array(
      z.strictObject({
        kind: z.enum(searchKinds),
        slug: z.string().min(1),
        title: z.string().min(1),
        heading: z.string(),
        snippet: z.string(),
        url: z.string().regex(/^\//),
        marks: z.strictObject({ title: z.array(mark), snippet: z.array(mark) }),
      }),
    )
    .max(mostHits),
  suggestion: z.string().nullable(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
