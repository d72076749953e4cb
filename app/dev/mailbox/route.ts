import { type KeptMail, readKept } from "@/lib/notifications/mailbox";

export const dynamic = "force-dynamic";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
const linked = (text: string) =>
  escapeHtml(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" dir="ltr">${url}</a>`);

/** Each opens beside the mailbox. */
const attachments = ({ name, mail }: KeptMail) =>
  mail.attachments.length === 0
    ? ""
    : `<ul>${mail.attachments
        .map(
          ({ filename, contentType }, index) =>
            `<li><a href="/dev/mailbox/${encodeURIComponent(name)}/${index}"><bdi>${escapeHtml(filename)}</bdi></a> ${escapeHtml(contentType)}</li>`,
        )
        .join("")}</ul>`;

/** The mails that were sent, for looking at outside production. For developers, so in English. */
export function GET(): Response {
  const mails = readKept();
  if (!mails) return new Response(null, { status: 404 });
  const items = mails
    .map((kept) => {
      const { to, at, subject, text } = kept.mail;
      return `<article><h2 dir="auto">${escapeHtml(subject)}</h2><p>To ${escapeHtml(to)}, ${escapeHtml(at)}</p><pre dir="auto">${linked(text)}</pre>${attachments(kept)}</article>`;
    })
    .join("");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox</title></head><body><main><h1>Mailbox</h1>${items || "<p>No mails yet.</p>"}</main></body></html>`;
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy":
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
