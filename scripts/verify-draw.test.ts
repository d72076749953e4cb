import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anew, real, tamperings, winnerOf } from "../tests/support/draw-tamperings";
import { verify } from "./verify-draw.mjs";

const { commitment } = real();

describe("the program for everybody", () => {
  it("accepts the real record, also against the commitment that was noted before", () => {
    expect(verify(real())).toBeNull();
    expect(verify(real(), commitment)).toBeNull();
    expect(real().result.filter(({ place }) => place).length).toBeGreaterThan(10);
  });

  it.each(tamperings)("refuses %s", (_name, reason, tamper) => {
    const record = real();
    const tampered = { ...record, ...tamper(record) };
    expect(JSON.stringify(tampered)).not.toBe(JSON.stringify(real()));
    expect(verify(tampered, commitment)).toMatch(reason);
  });

  it("cannot tell a whole draw made anew without what was noted before, and says what is needed", () => {
    expect(verify(anew())).toBeNull();
    expect(verify(anew(), commitment)).not.toBeNull();
  });
});

describe("on the command line", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "mawid-draw-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, record: unknown) => {
    const place = path.join(folder, name);
    writeFileSync(place, JSON.stringify(record));
    return place;
  };
  const run = (...args: string[]) =>
    new Promise<{ code: number; says: string }>((resolve) => {
      execFile(process.execPath, ["scripts/verify-draw.mjs", ...args], (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), says: (stdout + stderr).trim() }),
      );
    });

  it("says accepted and what became of an entry, or which check failed", async () => {
    const record = real();
    const { pseudonym, place } = winnerOf(record);
    const won = record.result.filter((outcome) => outcome.place).length;
    const number = record.result.findIndex((outcome) => outcome.place) + 1;
    const good = file("real.json", record);
    expect(await run(good, "--commitment", commitment, "--entry", pseudonym)).toEqual({
      code: 0,
      says: `accepted: 60 entries, 30 places, ${won} won\n${pseudonym}: number ${number}, counter ${place?.counter} at ${place?.startsAt}`,
    });
    expect((await run(good, "--entry", "P-12345")).says).toContain("P-12345: not among the entries");
    expect((await run(good, "--entry", "P-90000")).says).toContain("left out");
    const wrong = await run(file("wrong.json", { ...record, week: "2026-W50" }));
    expect(wrong).toEqual({ code: 1, says: expect.stringMatching(/^refused: /) });
  });

  it("refuses what is no record at all", async () => {
    for (const nothing of [{}, [], "text", 7, null])
      expect(await run(file("none.json", nothing))).toMatchObject({ code: 1 });
    expect(await run()).toEqual({ code: 1, says: expect.stringMatching(/^Usage/) });
    expect(await run(path.join(folder, "missing.json"))).toMatchObject({ code: 1 });
  });

  it("reads the record from an address", async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === "/record" ? 200 : 404;
      response.end(JSON.stringify(real()));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      expect(await run(`${address}/record`)).toMatchObject({ code: 0 });
      expect(await run(`${address}/none`)).toEqual({ code: 1, says: `${address}/none answered 404` });
    } finally {
      server.close();
    }
  });
});
