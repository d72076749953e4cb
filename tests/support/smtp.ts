import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** How the mail server of a test behaves. `hang` takes the connection and says nothing; the others say what they do. */
export type Behaviour =
  | "accept"
  | "hang"
  | "busy"
  | "close_after_data"
  | { answer: number; text: string }
  | { pauseMs: number };

export type ReceivedMail = { from: string; to: string[]; messageId: string; raw: string };

/** A mail server whose behaviour can be changed, and which can go away and come back at the same address. */
export async function startSmtp(behaviour: Behaviour = "accept") {
  const received: ReceivedMail[] = [];
  /** Mails whose last byte arrived, answered or not. */
  const taken: string[] = [];
  /** What came over the wire. */
  let wire = "";
  let recipients = 0;
  let now = behaviour;
  let server: Server | undefined;
  let port = 0;
  const sockets = new Set<Socket>();

  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
  const smtp = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo: (_address, _session, callback) => {
        recipients += 1;
        if (now === "busy") callback(refusal(451, "4.3.0 Try again later"));
        else if (typeof now === "object" && "answer" in now) callback(refusal(now.answer, now.text));
        else callback();
      },
      onData: (stream, session, callback) => {
        void buffer(stream).then((raw) => {
          const text = raw.toString();
          const messageId = /^message-id:\s*(\S+)/im.exec(text)?.[1] ?? "";
          taken.push(messageId);
          if (now === "close_after_data") {
            for (const socket of sockets) socket.destroy();
            return;
          }
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map(({ address }) => address),
            messageId,
            raw: text,
          });
          setTimeout(callback, typeof now === "object" && "pauseMs" in now ? now.pauseMs : 0);
        }, callback);
      },
    });

  async function start(): Promise<void> {
    // One listener for all behaviours, so that the address stays the same.
    const inner = smtp();
    inner.on("error", () => {});
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => {});
      socket.on("data", (chunk) => {
        wire += chunk.toString("latin1");
      });
      if (now !== "hang") inner.server.emit("connection", socket);
    });
    await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", () => resolve()));
    port = (server.address() as AddressInfo).port;
  }

  async function stop(): Promise<void> {
    const closing = server;
    server = undefined;
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
  }

  await start();
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    taken,
    recipients: () => recipients,
    /** The commands that named a recipient since the last call, as they were sent. */
    recipientCommands: () => {
      const said = wire.match(/^RCPT TO:.*$/gim)?.map((line) => line.trimEnd()) ?? [];
      wire = "";
      return said;
    },
    behave: (next: Behaviour) => {
      now = next;
    },
    start,
    stop,
  };
}
