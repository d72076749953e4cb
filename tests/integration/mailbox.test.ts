import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startMailbox } from "../../scripts/mailbox.mjs";

let dir: string;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;

const files = () => readdirSync(dir).sort();
const mails = () => files().map((name) => JSON.parse(readFileSync(join(dir, name), "utf8")));
const mail = { from: "Mawid <no-reply@mawid.example>", to: "Samira <samira@example.org>" };

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "mawid-mailbox-"));
  mailbox = await startMailbox({ dir });
});
afterEach(async () => {
  await mailbox.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe("the local mailbox", () => {
  it("keeps a mail as the portal sent it", async () => {
    await createTransport(mailbox.url).sendMail({
      ...mail,
      subject: "موعدك في هاغن",
      text: "Ihr Termin",
      html: "<p>Ihr Termin</p>",
      headers: { "Auto-Submitted": "auto-generated" },
      attachments: [{ filename: "termin.ics", contentType: "text/calendar", content: "BEGIN:VCALENDAR" }],
    });
    const [kept] = mails();
    expect(kept).toMatchObject({
      to: "samira@example.org",
      from: "no-reply@mawid.example",
      subject: "موعدك في هاغن",
      headers: { "auto-submitted": "auto-generated", subject: "موعدك في هاغن" },
    });
    expect(kept.text.trim()).toBe("Ihr Termin");
    expect(kept.html.trim()).toBe("<p>Ihr Termin</p>");
    expect(kept.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const [attachment] = kept.attachments;
    expect(attachment).toMatchObject({ filename: "termin.ics", contentType: "text/calendar" });
    expect(Buffer.from(attachment.base64, "base64").toString().trim()).toBe("BEGIN:VCALENDAR");
  });

  it("sorts by time and forgets all but the newest 500", async () => {
    for (let index = 0; index < 500; index++)
      writeFileSync(join(dir, `0-${String(index).padStart(4, "0")}.json`), "{}");
    const transport = createTransport(mailbox.url);
    for (const subject of ["first", "second"]) await transport.sendMail({ ...mail, subject, text: "x" });
    expect(files()).toHaveLength(500);
    expect(files()[0]).toBe("0-0002.json");
    expect(mails().slice(-2)).toMatchObject([{ subject: "first" }, { subject: "second" }]);
  });

  it("survives a client that breaks off", async () => {
    const { hostname, port } = new URL(mailbox.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          "EHLO x\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nSubject: half",
        );
        setTimeout(() => socket.resetAndDestroy(), 50);
      });
      socket.on("close", () => resolve());
    });
    await createTransport(mailbox.url).sendMail({ ...mail, subject: "whole", text: "x" });
    expect(mails()).toMatchObject([{ subject: "whole" }]);
  });
});
