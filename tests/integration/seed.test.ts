import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { typescript } from "../../scripts/lib/children.mjs";
import { createDatabase } from "../support/database";

let drop: () => Promise<void>;

beforeAll(async () => {
  ({ drop } = await createDatabase());
});
afterAll(() => drop());

// As `npm run portal` does it: by Node itself, with the modules that servers load.
const fill = () =>
  promisify(execFile)(process.execPath, [...typescript, "prisma/seed.ts"], { env: process.env });

it("the demonstration is filled in by a process of its own, and a second time changes nothing", async () => {
  const counts = async () => ({ weeks: await db().week.count(), slots: await db().slot.count() });
  await fill();
  const first = await counts();
  expect(first.slots).toBeGreaterThan(1000);
  await fill();
  expect(await counts()).toEqual(first);
});
