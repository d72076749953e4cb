import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { joinAnswerSchema, leaveAnswerSchema, waitAnswerSchema } from "@/lib/waitlist/answers/schema";
import { waitBodySchema } from "@/lib/waitlist/schema";
import { waitBodyExamples, waitExample } from "./examples";
import { operation } from "./operation";

const own = z.object({ token: z.string().describe("From the address in the mails of the waiting list.") });

/** The waiting list. */
export const waitingPaths: ZodOpenApiPathsObject = {
  "/api/v1/waitlist": {
    post: operation({
      id: "joinWaitlist",
      tag: "Waiting list",
      summary: "Joins the waiting list",
      description:
        "The place in line counts from the moment at which the mail was confirmed. The answer is the same for somebody who is on the list already; only their mail says so.",
      body: { schema: waitBodySchema, examples: waitBodyExamples },
      good: {
        status: 202,
        description: "A mail is on its way.",
        schema: joinAnswerSchema,
        example: { status: "unconfirmed" },
      },
      problems: ["not_found"],
      limit: "waiting_list",
    }),
  },
  "/api/v1/waitlist/{token}": {
    get: operation({
      id: "showWaiting",
      tag: "Waiting list",
      summary: "One's own place in line, and an open offer",
      parameters: { path: own },
      good: { description: "The entry.", schema: waitAnswerSchema, example: waitExample },
      problems: ["not_found"],
      limit: "token",
    }),
    delete: operation({
      id: "leaveWaitlist",
      tag: "Waiting list",
      summary: "Leaves the waiting list",
      description: "Done again it stays done.",
      parameters: { path: own },
      good: { description: "Left.", schema: leaveAnswerSchema, example: { status: "left" } },
      problems: ["not_found"],
      limit: "token",
    }),
  },
};
