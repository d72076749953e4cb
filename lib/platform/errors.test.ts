import { describe, expect, it } from "vitest";
import { isUnreachable, nameOfError } from "./errors";

const prisma = (code: string, cause: object) =>
  Object.assign(new Error("Invalid invocation with ada@example.org"), {
    name: "PrismaClientKnownRequestError",
    code,
    meta: { driverAdapterError: { cause } },
  });

describe("an error", () => {
  it.each([
    prisma("P2010", { kind: "DatabaseNotReachable" }),
    prisma("P2010", { kind: "postgres", originalCode: "57P01", severity: "FATAL" }),
    prisma("P2010", { kind: "postgres", originalCode: "57014", severity: "ERROR" }),
    prisma("P2010", { kind: "postgres", originalCode: "55P03", severity: "ERROR" }),
    prisma("P1001", {}),
    Object.assign(new Error(""), { code: "ECONNREFUSED" }),
    new Error("timeout exceeded when trying to connect"),
  ])("says that the database is away or busy: %o", (error) => {
    expect(isUnreachable(error)).toBe(true);
  });

  it.each([
    prisma("P2010", { kind: "postgres", originalCode: "22012", severity: "ERROR" }),
    prisma("P2002", { kind: "UniqueConstraintViolation" }),
    new TypeError("x is not a function"),
    "text",
    null,
    undefined,
  ])("says that something else is wrong: %o", (error) => {
    expect(isUnreachable(error)).toBe(false);
  });

  it("is logged by name and code, without its words", () => {
    expect(nameOfError(prisma("P2010", { originalCode: "22012" }))).toBe(
      "PrismaClientKnownRequestError P2010 22012",
    );
    expect(nameOfError(new TypeError("ada@example.org"))).toBe("TypeError");
    expect(nameOfError("ada@example.org")).toBe("string");
  });
});
