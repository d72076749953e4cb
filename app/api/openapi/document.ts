import { createDocument, type ZodOpenApiObject } from "zod-openapi";
import { env } from "@/lib/platform/env";
import { bookingPaths } from "./booking";
import { publicPaths } from "./offices";
import { problemSchemas } from "./problems";
import { readingPaths } from "./reading";
import { waitingPaths } from "./waiting";

const description = `Appointments at immigration offices: times, holds, confirmation, changes, waiting list, draws; and what there is to
read about them.

Times are RFC 3339 with the offset of Berlin, dates \`YYYY-MM-DD\`. Names and the \`detail\` of problems are in the language
of \`Accept-Language\` (ar, de, en). Every error is a problem (RFC 9457) with a stable \`code\`. Every address answers
methods it does not take with 405 and \`Allow\`, and every address that does not exist with 404, as problems, too.
Clients have to get along with new members, new codes and new addresses: within version 1 none goes and none changes.`;

function create() {
  const document: ZodOpenApiObject = {
    openapi: "3.1.1",
    info: { title: "Mawid", version: "1.0.0", description },
    servers: [{ url: env().PORTAL_URL }],
    tags: [
      { name: "Offices", description: "Where, when and what for." },
      { name: "Booking", description: "From a challenge to an appointment." },
      { name: "Appointments", description: "What the applicant does with it. The token is a secret." },
      { name: "Waiting list", description: "For a place that somebody gives up." },
      { name: "Draws", description: "Places that are drawn for." },
      { name: "Reading", description: "Guides, services, facts, and what finds them." },
      { name: "Health", description: "For whoever watches the server." },
      { name: "This document" },
    ],
    paths: { ...publicPaths, ...bookingPaths, ...waitingPaths, ...readingPaths },
    components: { schemas: problemSchemas },
  };
  return createDocument(document, {
    // The format says the same, and can be read.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === "date" || jsonSchema.format === "date-time") delete jsonSchema.pattern;
    },
  });
}

let made: ReturnType<typeof create> | undefined;

/** The OpenAPI document, made once of the schemas that the routes check requests with. */
export function openApiDocument() {
  made ??= create();
  return made;
}
