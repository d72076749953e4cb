import { Agent, request as httpRequest } from "node:http";

export type Answer = { status: number; type: string; body: Record<string, unknown> };

/** Sends all bodies at the same moment, each on a connection of its own, and waits for all answers. */
export async function postAtOnce(url: string, bodies: unknown[], headers: Record<string, string> = {}) {
  const agent = new Agent({ maxSockets: bodies.length });
  try {
    return await Promise.all(bodies.map((body) => post(agent, url, JSON.stringify(body), headers)));
  } finally {
    agent.destroy();
  }
}

function post(agent: Agent, url: string, body: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const all = { "Content-Type": "application/json", "Content-Length": length, ...headers };
    const sent = httpRequest(url, { method: "POST", agent, headers: all }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        try {
          const type = response.headers["content-type"] ?? "";
          resolve({ status: response.statusCode ?? 0, type, body: JSON.parse(text) });
        } catch {
          reject(new Error(`${response.statusCode}: ${text.slice(0, 200)}`));
        }
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
