/**
 * The one hot call without Next: the same check of the body and the same command behind a plain HTTP server. It is
 * measured, not used, to know what the framework costs there.
 */
import { createServer } from "node:http";
import { holdAppointment } from "@/lib/booking/commands";
import { holdBodySchema } from "@/lib/booking/schema";

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", async () => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (request.method === "GET") return answer(200, { status: "ok" });
    const parsed = holdBodySchema.safeParse(JSON.parse(Buffer.concat(parts).toString("utf8")));
    if (!parsed.success) return answer(422, {});
    const { challenge: _, ...hold } = parsed.data;
    const result = await holdAppointment({ ...hold, office: "hagen" });
    return answer(result.ok ? 201 : 409, result);
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1");
