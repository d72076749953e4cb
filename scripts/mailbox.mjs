// A mail server that delivers nothing: it keeps what the portal sends, for people (/dev/mailbox) and for tests.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { domainToASCII } from "node:url";
import PostalMime, { decodeWords } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { requireFreePort } from "./lib/ports.mjs";

const kept = 500;

/**
 * @typedef {object} Mail
 * @property {string} to addresses, separated by ", "
 * @property {string} from
 * @property {string} subject
 * @property {string} text
 * @property {string} html
 * @property {Record<string, string>} headers names in lower case
 * @property {{ filename: string, contentType: string, base64: string }[]} attachments
 * @property {string} at when it arrived, RFC 3339
 */

/**
 * @param {{ dir: string, port?: number }} options port 0 for any free one
 * @returns {Promise<{ url: string, dir: string, stop: () => Promise<void> }>}
 */
export async function startMailbox({ dir, port = 0 }) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  if (port !== 0) await requireFreePort(port, "MAILBOX_PORT");
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    // Nobody waits for a client that never says goodbye.
    closeTimeout: 500,
    size: 30_000_000,
    onData(stream, session, callback) {
      buffer(stream)
        .then((raw) =>
          read(
            raw,
            session.envelope.rcptTo.map(({ address }) => asSaid(address)),
          ),
        )
        .then((mail) => store(dir, mail))
        .then(() => callback(), callback);
    },
  });
  // A client that breaks off is no reason to end.
  server.on("error", () => {});
  await new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    dir,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/**
 * The server shows domains in their own script; the sender said them in ASCII.
 * @param {string} address
 */
function asSaid(address) {
  const at = address.lastIndexOf("@") + 1;
  return address.slice(0, at) + (domainToASCII(address.slice(at)) || address.slice(at));
}

/**
 * @param {Buffer} raw
 * @param {string[]} recipients
 * @returns {Promise<Mail>}
 */
async function read(raw, recipients) {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "base64" });
  /** @type {Record<string, string>} */
  const headers = {};
  for (const { key, value } of mail.headers) {
    const words = decodeWords(value);
    headers[key] = key in headers ? `${headers[key]}, ${words}` : words;
  }
  return {
    to: recipients.join(", "),
    from: mail.from?.address ?? "",
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
    headers,
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? "",
      contentType: mimeType,
      base64: mimeType === "text/calendar" ? withLineEnds(String(content)) : String(content),
    })),
    // As a mail server elsewhere would: by its own clock, which is not the portal's.
    at: new Date().toISOString(),
  };
}

/**
 * The reader of mails shortens the line ends of calendars, which in a file have to be CRLF (RFC 5545).
 * @param {string} base64
 */
function withLineEnds(base64) {
  const text = Buffer.from(base64, "base64").toString();
  return Buffer.from(text.replace(/\r?\n/g, "\r\n")).toString("base64");
}

let serial = 0;

/**
 * The name sorts by time; a reader never sees half a file.
 * @param {string} dir
 * @param {Mail} mail
 */
function store(dir, mail) {
  serial += 1;
  const order = `${mail.at.replaceAll(/[-:.]/g, "")}-${String(serial).padStart(6, "0")}`;
  const file = join(dir, `${order}-${randomBytes(4).toString("hex")}.json`);
  writeFileSync(`${file}.part`, JSON.stringify(mail), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  const files = readdirSync(dir)
    .filter((name) => name.endsWith(".json"))
    .sort();
  for (const name of files.slice(0, Math.max(0, files.length - kept)))
    rmSync(join(dir, name), { force: true });
}
