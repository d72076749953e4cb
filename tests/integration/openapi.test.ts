import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "@/app/api/openapi/document";
import { statuses } from "@/app/api/problem";
import { GET as openDocument } from "@/app/api/v1/openapi.json/route";
import {
  confirmBodySchema,
  holdBodySchema,
  idempotencyKeySchema,
  rescheduleBodySchema,
} from "@/lib/booking/schema";
import { waitBodySchema } from "@/lib/waitlist/schema";
import messages from "@/messages/en.json";
import { type ApiDocument, contractOf, examplesOf } from "../support/contract";
import { apiRoutes } from "../support/routes";

let document: ApiDocument;
const copy = (): ApiDocument => structuredClone(document);

beforeAll(async () => {
  process.env.DATABASE_URL ??= "postgresql://nobody@127.0.0.1:9/none";
  process.env.PORTAL_SECRET ??= "a secret for tests that has enough characters";
  const context = { params: Promise.resolve({}) };
  const response = await openDocument(new Request("http://localhost/api/v1/openapi.json"), context);
  expect(response.headers.get("content-type")).toBe("application/json");
  document = await response.json();
});

const listed = (api: ApiDocument) =>
  Object.entries(api.paths)
    .flatMap(([path, operations]) => Object.keys(operations).map((verb) => `${verb.toUpperCase()} ${path}`))
    .sort();

/** What the official schema of OpenAPI 3.1 says, and whether every reference leads somewhere. */
const official = async (api: ApiDocument) => {
  const { valid, errors } = await new Validator().validate(structuredClone(api));
  return valid ? [] : errors;
};

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1 by the official schema", async () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(await official(document)).toEqual([]);
  });

  it("is told when it is not (negative control)", async () => {
    const wrong = copy();
    Object.assign(wrong.paths["/api/v1/offices"]?.get ?? {}, { responses: "none" });
    expect(await official(wrong)).not.toEqual([]);
  });

  it("lists every method of every route of the API, and none that does not exist", async () => {
    const routes = (await apiRoutes()).map(({ verb, path }) => `${verb} ${path}`).sort();
    expect(routes.length).toBeGreaterThan(15);
    expect(listed(document)).toEqual(routes);
  });

  it("describes the same on every start: it is made of the schemas that the routes use, once", () => {
    expect(openApiDocument()).toBe(openApiDocument());
    expect(JSON.parse(JSON.stringify(openApiDocument()))).toEqual(document);
  });

  it("names every operation once", () => {
    const ids = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("knows every problem by its code and status", () => {
    for (const [code, status] of Object.entries(statuses)) {
      expect(document.components.schemas[`problem_${code}`]).toMatchObject({
        properties: { code: { const: code }, status: { const: status } },
        additionalProperties: false,
      });
    }
  });

  it("knows every code that a field can be refused with", () => {
    const { properties } = document.components.schemas.problem_invalid as {
      properties: { errors: { items: { properties: { code: { enum: string[] } } } } };
    };
    expect(properties.errors.items.properties.code.enum.sort()).toEqual(
      Object.keys(messages.booking.problems).sort(),
    );
  });

  it("has examples that are what it says, one at least for every body and every answer in JSON", () => {
    const { faults } = contractOf(document);
    const examples = examplesOf(document);
    for (const { place, value } of examples) expect.soft(faults(value, place), place.join(" ")).toEqual([]);
    const covered = new Set(examples.map(({ place }) => place.slice(0, 3).join(" ")));
    const files = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).filter(({ responses }) => responses["200"]?.content?.["application/json"]),
    );
    expect(covered.size).toBeGreaterThanOrEqual(files.length);
  });

  it("has examples of requests that the routes take", () => {
    const bodies: Record<string, { parse: (value: unknown) => unknown }> = {
      "/api/v1/offices/{office}/appointments": holdBodySchema,
      "/api/v1/appointments/confirm": confirmBodySchema,
      "/api/v1/appointments/{token}/reschedule": rescheduleBodySchema,
      "/api/v1/waitlist": waitBodySchema,
    };
    const examples = examplesOf(document).filter(({ place }) => place.includes("requestBody"));
    expect(new Set(examples.map(({ place }) => place[1]))).toEqual(new Set(Object.keys(bodies)));
    for (const { place, value } of examples) bodies[place[1] ?? ""]?.parse(value);
  });

  it("refuses a wrong request body as the routes do, and a key of the same length", () => {
    const { faults } = contractOf(document);
    const hold = document.paths["/api/v1/offices/{office}/appointments"]?.post;
    const place = ["paths", "/api/v1/offices/{office}/appointments", "post", "requestBody"];
    const schema = [...place, "content", "application/json", "schema"];
    const [good] = Object.values(hold?.requestBody?.content["application/json"]?.examples ?? {});
    const body = good?.value as Record<string, unknown>;
    for (const wrong of [
      { ...body, surprise: 1 },
      { ...body, locale: "fr" },
      { concern: "card-pickup" },
      [],
    ]) {
      expect(holdBodySchema.safeParse(wrong).success).toBe(false);
      expect(faults(wrong, schema)).not.toEqual([]);
    }
    const [header] = (
      hold as unknown as { parameters: { name: string; schema: object }[] }
    ).parameters.filter(({ name }) => name === "Idempotency-Key");
    expect(header?.schema).toMatchObject({ type: "string", minLength: 1, maxLength: 200 });
    expect(idempotencyKeySchema.safeParse("x".repeat(201)).success).toBe(false);
  });
});
