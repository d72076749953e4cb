import { api } from "@/app/api/endpoint";
import { newChallenge } from "@/lib/booking/challenge/queries";

async function challenge(): Promise<Response> {
  return Response.json(await newChallenge(), { headers: { "Cache-Control": "no-store" } });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: challenge }, { limit: "challenge" });
