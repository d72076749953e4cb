import { db } from "@/lib/platform/db";

export const dynamic = "force-dynamic";

/** The process can serve: 503 names the part that is away. */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  try {
    await db().$queryRaw`SELECT 1`;
    return Response.json({ status: "ready" }, { headers });
  } catch {
    return Response.json({ status: "unavailable", failing: ["database"] }, { status: 503, headers });
  }
}
