// The web server of the portal: Next behind a plain HTTP server, which lets the portal itself answer its busiest call
// first (docs/decisions/0012). HOST and PORT say where.
import { createServer } from "node:http";
import createNext from "next";
import { root } from "./lib/paths.mjs";

const hostname = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT);
const app = createNext({ dev: false, dir: root, hostname, port });

let stopping = false;
/** @param {"SIGINT" | "SIGTERM"} signal */
function stop(signal) {
  if (stopping) return;
  stopping = true;
  // What was begun is answered; connections on which nothing happens are closed with it.
  server.close(async () => {
    await app.close().catch(console.error);
    process.exit(signal === "SIGINT" ? 130 : 143);
  });
}
// Before the portal starts: it puts the end of its jobs in front of these.
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

const next = app.getRequestHandler();
const server = createServer((request, response) => {
  if (globalThis.mawidFront?.(request, response)) return;
  next(request, response).catch((error) => {
    console.error(error);
    response.statusCode = 500;
    response.end();
  });
});

// Longer than a proxy in front keeps a connection on which nothing happens (nginx: 60 s), so that no request goes out on one
// that is just being closed here.
server.keepAliveTimeout = 75_000;

await app.prepare();
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});
server.listen(port, hostname);
