import { describe, expect, it } from "vitest";
import { keyedCode, keyedHash, randomCode, readToken, signToken } from "./crypto";

process.env.DATABASE_URL ??= "postgres://localhost/none";
process.env.PORTAL_SECRET ??= "a secret for tests that has enough characters";
const id = "0d9c1f52-9f4c-4b1e-8a6e-0c2f3b7d1a55";

describe("a token", () => {
  it("names the row it was made for, for one purpose", () => {
    const token = signToken("manage", id);
    expect(token).toMatch(/^[A-Za-z0-9_-]{54}$/);
    expect(readToken("manage", token)).toBe(id);
    expect(readToken("confirm", token)).toBeNull();
  });

  it("is refused when any character of it was changed", () => {
    const token = signToken("manage", id);
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === "A" ? "B" : "A";
      expect(readToken("manage", token.slice(0, index) + other + token.slice(index + 1))).toBeNull();
    }
  });

  it.each(["", "short", "x".repeat(55), "\u0000".repeat(54), "é".repeat(54)])(
    "is refused when it is %j",
    (text) => {
      expect(readToken("manage", text)).toBeNull();
    },
  );
});

it("keyed hashes differ by purpose", () => {
  expect(keyedHash("person", "x")).not.toBe(keyedHash("mail", "x"));
});

it("codes avoid what is misread", () => {
  expect(Array.from({ length: 200 }, () => randomCode(8)).join("")).toMatch(/^[0-9A-HJKMNP-TV-Z]+$/);
});

it("codes of a text are always the same, and others for another text or purpose", () => {
  const code = keyedCode("entry", "x", 16);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(keyedCode("entry", "x", 16)).toBe(code);
  expect(keyedCode("entry", "y", 16)).not.toBe(code);
  expect(keyedCode("other", "x", 16)).not.toBe(code);
});
