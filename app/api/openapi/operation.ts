import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiParameters, ZodOpenApiResponseObject } from "zod-openapi";
import type { ProblemCode } from "@/app/api/problem";
import { locales } from "@/lib/i18n/routing";
import { type LimitedUse, limits } from "@/lib/platform/rate-limits";
import { problemAnswers } from "./problems";

/** How a reader says which language, and how the answer says which it is in. */
export const language = {
  header: z.object({
    "Accept-Language": z.string().optional().describe("Which of ar, de and en the texts are in."),
  }),
};
export const languageHeaders = {
  "Content-Language": z.enum(locales),
  Vary: z.string().regex(/Accept-Language/),
};

type Example = Record<string, unknown>;

/** What an operation answers when all is well. */
type Good = {
  status?: 200 | 201 | 202;
  description: string;
  /** What `Cache-Control` says. */
  cache?: string;
  headers?: z.ZodRawShape;
} & ({ schema: z.ZodType; example: Example } | { files: Record<string, z.ZodType> });

type Operation = {
  id: string;
  tag: string;
  summary: string;
  description?: string;
  parameters?: ZodOpenApiParameters;
  body?: { schema: z.ZodType; examples: Record<string, Example> };
  good: Good;
  problems?: ProblemCode[];
  /** As the route counts it. */
  limit?: LimitedUse;
};

/** What reading a body can come to. */
const bodyProblems: ProblemCode[] = ["invalid_json", "too_large", "unsupported_media_type", "invalid"];

/** One operation of the document, with everything that follows from what it takes. */
export function operation(given: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, parameters, body, good, limit } = given;
  const problems = new Set<ProblemCode>(given.problems);
  for (const code of body ? bodyProblems : []) problems.add(code);
  if (limit) problems.add("rate_limited");
  const description = [given.description, limit && limitText(limit)].filter(Boolean).join("\n\n");
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(parameters && { requestParams: parameters }),
    ...(body && { requestBody: { required: true, content: { "application/json": contentOf(body) } } }),
    responses: { [String(good.status ?? 200)]: goodAnswer(good), ...problemAnswers([...problems]) },
  };
}

function contentOf({ schema, examples }: NonNullable<Operation["body"]>) {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }]);
  return { schema, examples: Object.fromEntries(named) };
}

function goodAnswer(good: Good): ZodOpenApiResponseObject {
  const content =
    "files" in good
      ? Object.fromEntries(Object.entries(good.files).map(([type, schema]) => [type, { schema }]))
      : { "application/json": { schema: good.schema, example: good.example } };
  return {
    description: good.description,
    headers: z.object({ "Cache-Control": z.literal(good.cache ?? "no-store"), ...good.headers }),
    content,
  };
}

function limitText(use: LimitedUse): string {
  const { requests, minutes } = limits[use];
  return `At most ${requests} requests in ${minutes} minutes from one network (/24 or /64).`;
}
