import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { contentSeconds } from "@/lib/guides/answers/queries";
import {
  factsAnswerSchema,
  guideAnswerSchema,
  guideQuerySchema,
  guidesAnswerSchema,
} from "@/lib/guides/answers/schema";
import { searchAnswerSchema } from "@/lib/search/answers/schema";
import { searchSeconds } from "@/lib/search/queries";
import { searchQuerySchema } from "@/lib/search/schema";
import { serviceAnswerSchema, serviceQuerySchema, servicesAnswerSchema } from "@/lib/services/answers/schema";
import { factsExample, guideExample, guidesExample, searchExample } from "./examples";
import { language, languageHeaders, operation } from "./operation";
import { serviceExample, servicesExample } from "./service-examples";

const cache = `public, max-age=${contentSeconds}`;

/** Guides, services, facts and what finds them. */
export const readingPaths: ZodOpenApiPathsObject = {
  "/api/v1/guides": {
    get: operation({
      id: "listGuides",
      tag: "Reading",
      summary: "All guides",
      parameters: language,
      good: {
        description: "In the order of their topics.",
        cache,
        headers: languageHeaders,
        schema: guidesAnswerSchema,
        example: guidesExample,
      },
    }),
  },
  "/api/v1/guides/{slug}": {
    get: operation({
      id: "showGuide",
      tag: "Reading",
      summary: "A guide: what it holds, how it was translated, and where it is from",
      description: "Its text is the page at `url`.",
      parameters: { path: z.object({ slug: z.string() }), query: guideQuerySchema, ...language },
      good: {
        description: "The guide.",
        cache,
        headers: languageHeaders,
        schema: guideAnswerSchema,
        example: guideExample,
      },
      problems: ["not_found", "invalid"],
    }),
  },
  "/api/v1/services": {
    get: operation({
      id: "listServices",
      tag: "Reading",
      summary: "All official services, with the offices that have each",
      parameters: language,
      good: {
        description: "In their order.",
        cache,
        headers: languageHeaders,
        schema: servicesAnswerSchema,
        example: servicesExample,
      },
    }),
  },
  "/api/v1/services/{service}": {
    get: operation({
      id: "showService",
      tag: "Reading",
      summary: "An official service in the modules of German service descriptions",
      description:
        "Fees, deadlines and the like are facts: their values are at `/api/v1/facts`. What a municipality adds stands with its office.",
      parameters: { path: z.object({ service: z.string() }), query: serviceQuerySchema, ...language },
      good: {
        description: "The service.",
        cache,
        headers: languageHeaders,
        schema: serviceAnswerSchema,
        example: serviceExample,
      },
      problems: ["not_found", "invalid"],
    }),
  },
  "/api/v1/services/{service}/xzufi.xml": {
    get: operation({
      id: "exportService",
      tag: "Reading",
      summary: "The same as XZuFi 2.2.0, in all languages",
      description:
        "An element `leistung` with its text modules and today's figures. It follows what programs that read XZuFi expect; it has not been validated against the schema. What a municipality adds is in the JSON.",
      parameters: { path: z.object({ service: z.string() }) },
      good: { description: "The service.", cache, files: { "application/xml": z.string() } },
      problems: ["not_found"],
    }),
  },
  "/api/v1/facts": {
    get: operation({
      id: "listFacts",
      tag: "Reading",
      summary: "Every fee, deadline, number and address that holds today, with its source",
      good: {
        description: "In the order of their ids.",
        cache,
        schema: factsAnswerSchema,
        example: factsExample,
      },
    }),
  },
  "/api/v1/search": {
    get: operation({
      id: "search",
      tag: "Reading",
      summary: "Finds guides, services, offices, concerns, facts and official terms",
      description:
        "A word of any language finds; what is shown is in the reader's. `marks` are pairs of positions (from, to) in the text of the same name. `suggestion` is the query with the words that were looked for in place of misspelt ones. Of a fact, `slug` is its id in `/api/v1/facts`, and `snippet` begins with its value of today and ends with its source.",
      parameters: { query: searchQuerySchema, ...language },
      good: {
        description: "What was found, the best first.",
        cache: `public, max-age=${searchSeconds}`,
        headers: languageHeaders,
        schema: searchAnswerSchema,
        example: searchExample,
      },
      problems: ["invalid"],
      limit: "search",
    }),
  },
};
