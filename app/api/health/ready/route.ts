import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import { db } from "@/lib/platform/db";
import type { ReadyAnswer } from "../schema";

export const dynamic = "force-dynamic";

/** The process can serve: 503 names the part that is away. */
async function show(request: Request): Promise<Response> {
  try {
    await db().$queryRaw`SELECT 1`;
    return answer<ReadyAnswer>({ status: "ready" });
  } catch {
    return problem(request, "unavailable", { failing: ["database"] });
  }
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: show });
