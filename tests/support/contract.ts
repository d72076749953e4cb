import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormatsTo from "ajv-formats";

type Json = Record<string, unknown>;
type Media = Record<
  string,
  { schema?: Json; example?: unknown; examples?: Record<string, { value: unknown }> }
>;
type Header = { required?: boolean; schema: Json };
type ResponseObject = { headers?: Record<string, Header>; content?: Media };
type Operation = {
  operationId: string;
  requestBody?: { content: Media };
  responses: Record<string, ResponseObject>;
};

/** As much of an OpenAPI document as its tests look at. */
export type ApiDocument = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
};

/** An answer as it came over the wire; `body` is what JSON.parse or the text gave. */
export type Answer = { status: number; headers: Headers; body: unknown };

// Interoperability: the package is CommonJS and means its `default`.
const addFormats = addFormatsTo as unknown as typeof addFormatsTo.default;

const escaped = (part: string) => part.replaceAll("~", "~0").replaceAll("/", "~1");
const said = (errors: ErrorObject[] | null | undefined) =>
  (errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);

/** The path of the document that an address means; one without parameters comes first. */
function templateOf(document: ApiDocument, pathname: string): string | undefined {
  const parts = pathname.split("/");
  const fits = (template: string) => {
    const wanted = template.split("/");
    return (
      wanted.length === parts.length &&
      wanted.every((part, index) => part === parts[index] || (part.startsWith("{") && parts[index] !== ""))
    );
  };
  const parameters = (template: string) => template.split("{").length;
  return Object.keys(document.paths)
    .filter(fits)
    .sort((a, b) => parameters(a) - parameters(b))[0];
}

/** Holds answers against an OpenAPI document. */
export function contractOf(document: ApiDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: "https://contract.example/openapi.json", ...document });

  /** What is wrong with a value by the schema at a place of the document. */
  function faults(value: unknown, place: readonly string[]): string[] {
    const reference = `https://contract.example/openapi.json#/${place.map((part) => encodeURIComponent(escaped(part))).join("/")}`;
    const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
    return validate(value) ? [] : said(validate.errors);
  }

  /** An answer that no operation gives: the address or the method does not exist. */
  function generalFaults(code: "not_found" | "method_not_allowed", answer: Answer): string[] {
    const found = faults(answer.body, ["components", "schemas", `problem_${code}`]);
    if (answer.headers.get("content-type") !== "application/problem+json") found.push("content type");
    if (code === "method_not_allowed" && !answer.headers.get("allow")) found.push("Allow is missing");
    return found;
  }

  /** What is wrong with an answer, by status, content type, headers and body. */
  function check(method: string, pathname: string, answer: Answer): string[] {
    const template = templateOf(document, pathname);
    if (!template) return generalFaults("not_found", answer);
    const operation = document.paths[template]?.[method.toLowerCase()];
    if (!operation) return generalFaults("method_not_allowed", answer);
    const status = String(answer.status);
    const response = operation.responses[status];
    if (!response) return [`status ${status} is not documented`];
    const place = ["paths", template, method.toLowerCase(), "responses", status];
    const [type = ""] = (answer.headers.get("content-type") ?? "").split(";");
    if (!response.content?.[type]) return [`content type ${type} is not documented for ${status}`];
    return [
      ...headerFaults(response, answer.headers),
      ...faults(answer.body, [...place, "content", type, "schema"]),
    ];
  }

  function headerFaults(response: ResponseObject, headers: Headers): string[] {
    return Object.entries(response.headers ?? {}).flatMap(([name, { required, schema }]) => {
      const value = headers.get(name);
      if (value === null) return required ? [`header ${name} is missing`] : [];
      return ajv.validate(schema, value) ? [] : [`header ${name}: ${value}: ${said(ajv.errors)}`];
    });
  }

  return { check, faults };
}

/** Examples in a document, each with the place of its schema. */
export function examplesOf(document: ApiDocument): { place: string[]; value: unknown }[] {
  const inMedia = (content: Media | undefined, place: string[]) =>
    Object.entries(content ?? {}).flatMap(([type, media]) => {
      const values = Object.values(media.examples ?? {}).map(({ value }) => value);
      if (media.example !== undefined) values.push(media.example);
      return values.map((value) => ({ place: [...place, "content", type, "schema"], value }));
    });
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody, responses }]) => [
      ...inMedia(requestBody?.content, ["paths", path, method, "requestBody"]),
      ...Object.entries(responses).flatMap(([status, { content }]) =>
        inMedia(content, ["paths", path, method, "responses", status]),
      ),
    ]),
  );
}
