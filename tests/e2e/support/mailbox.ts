import { type APIRequestContext, expect } from "@playwright/test";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

/** The mails to an address, newest first, as soon as there are `count` of them. */
export async function mailsTo(request: APIRequestContext, address: string, count: number): Promise<Mail[]> {
  let found: Mail[] = [];
  await expect
    .poll(
      async () => {
        const response = await request.get("/dev/mailbox.json");
        const mails = (await response.json()) as Mail[];
        found = mails.filter((mail) => mail.to.includes(address));
        return found.length;
      },
      { message: `mails to ${address}`, timeout: 20_000, intervals: [200, 300, 500] },
    )
    .toBe(count);
  return found;
}

/** The newest of `count` mails to an address. */
export async function newestMail(request: APIRequestContext, address: string, count = 1): Promise<Mail> {
  const [mail] = await mailsTo(request, address, count);
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
}

/** The portal's link in a mail; the same in its text and behind its button. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`no link in “${mail.subject}”`);
  expect(mail.html).toContain(`href="${link.replaceAll("&", "&amp;")}"`);
  return link;
}
