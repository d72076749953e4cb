import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { liveAnswerSchema, readyAnswerSchema } from "@/app/api/health/schema";
import { availabilityAnswerSchema } from "@/lib/booking/answers/schema";
import { calendarSeconds } from "@/lib/booking/calendar/queries";
import { drawRecordSchema } from "@/lib/booking/draw/schema";
import { availabilityQuerySchema } from "@/lib/booking/schema";
import { officeAnswerSchema, officesAnswerSchema } from "@/lib/offices/profile/schema";
import { availabilityExample, drawExample, officeExample, officesExample } from "./examples";
import { language, languageHeaders, operation } from "./operation";

export const office = z.string().meta({ description: "Slug of the office.", example: "hagen" });

/** What can be known without being anybody. */
export const publicPaths: ZodOpenApiPathsObject = {
  "/api/health/live": {
    get: operation({
      id: "isLive",
      tag: "Health",
      summary: "The process answers",
      good: { description: "It does.", schema: liveAnswerSchema, example: { status: "live" } },
    }),
  },
  "/api/health/ready": {
    get: operation({
      id: "isReady",
      tag: "Health",
      summary: "The process can serve",
      description: "503 with `failing` while a part is away that nothing goes without.",
      good: { description: "It can.", schema: readyAnswerSchema, example: { status: "ready" } },
    }),
  },
  "/api/v1/openapi.json": {
    get: operation({
      id: "describeApi",
      tag: "This document",
      summary: "What you are reading",
      good: {
        description: "OpenAPI 3.1.",
        cache: "public, max-age=300",
        schema: z.looseObject({ openapi: z.string().regex(/^3\.1\.\d$/) }),
        example: { openapi: "3.1.1" },
      },
    }),
  },
  "/api/v1/offices": {
    get: operation({
      id: "listOffices",
      tag: "Offices",
      summary: "All offices",
      parameters: language,
      good: {
        description: "Their slugs and names.",
        cache: "public, max-age=300",
        headers: languageHeaders,
        schema: officesAnswerSchema,
        example: officesExample,
      },
    }),
  },
  "/api/v1/offices/{office}": {
    get: operation({
      id: "showOffice",
      tag: "Offices",
      summary: "An office with its departments and concerns",
      description:
        "`policy` is the first department's; each department has its own. Minutes are of one concern and one person.",
      parameters: { path: z.object({ office }), ...language },
      good: {
        description: "The office.",
        headers: languageHeaders,
        schema: officeAnswerSchema,
        example: officeExample,
      },
      problems: ["not_found"],
    }),
  },
  "/api/v1/offices/{office}/concerns/{concern}/availability": {
    get: operation({
      id: "listTimes",
      tag: "Offices",
      summary: "Days and times at which a visit can begin",
      description:
        "All free times of the bookable window, or of the days from `from` to `to` (inclusive) in it. `free` counts counters. What is listed may be gone by the time it is asked for: only a hold is certain.",
      parameters: {
        path: z.object({
          office,
          concern: z.string().meta({ description: "Slug of the concern.", example: "card-pickup" }),
        }),
        query: z.object(availabilityQuerySchema.shape),
      },
      good: {
        description: "The times, at most a second old.",
        cache: `public, max-age=${calendarSeconds}`,
        schema: availabilityAnswerSchema,
        example: availabilityExample,
      },
      problems: ["not_found", "invalid"],
      limit: "availability",
    }),
  },
  "/api/v1/draws/{draw}": {
    get: operation({
      id: "showDraw",
      tag: "Draws",
      summary: "The public record of a draw",
      description:
        "The commitment before, and after the draw the seed, all entries under pseudonyms and the result: enough to compute it again. Then it never changes and may be kept for an hour (`public, max-age=3600`).",
      parameters: { path: z.object({ draw: z.string().describe("Id of the draw, a UUID.") }) },
      good: {
        description: "What is public now.",
        headers: { "Cache-Control": z.enum(["no-store", "public, max-age=3600"]) },
        schema: drawRecordSchema,
        example: drawExample,
      },
      problems: ["not_found"],
    }),
  },
};
