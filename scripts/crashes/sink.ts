import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail that came: to whom, and under which Message-ID. */
export type Arrived = { to: string; messageId: string };

/** A mail server that takes everything, as slowly as one in another town, and remembers it. */
export async function startSink(
  port = 0,
): Promise<{ url: string; arrived: Arrived[]; stop: () => Promise<void> }> {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, callback) => {
      void buffer(stream).then((raw) => {
        const messageId = /^message-id:\s*(\S+)/im.exec(raw.toString())?.[1] ?? "";
        for (const { address } of session.envelope.rcptTo) arrived.push({ to: address, messageId });
        setTimeout(callback, 5 + Math.random() * 25);
        // A mail whose sender was killed in the middle never came.
      }, callback);
    },
  });
  // Clients are killed here.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
