import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contactFormSchema, holdBodySchema } from "@/lib/booking/schema";
import { mailAddressSchema } from "@/lib/notifications/schema";
import { sendMail } from "@/lib/platform/mailer";
import { startMailbox } from "../../scripts/mailbox.mjs";
import { useMailServer } from "../support/mail";
import { startSmtp } from "../support/smtp";

const dir = mkdtempSync(join(tmpdir(), "mawid-addresses-"));
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeAll(async () => {
  process.env.DATABASE_URL ??= "postgresql://nobody@127.0.0.1:9/none";
  process.env.PORTAL_SECRET ??= "a secret for tests that has enough characters";
  mailbox = await startMailbox({ dir });
  smtp = await startSmtp();
});
afterAll(async () => {
  await mailbox.stop();
  await smtp.stop();
  rmSync(dir, { recursive: true, force: true });
});

const send = (to: string) =>
  sendMail(
    {
      to,
      subject: "Termin",
      text: "Text",
      html: "<p>Text</p>",
      messageId: "<a@mawid.example>",
      language: "de",
    },
    new AbortController().signal,
  );

const long = "a".repeat(64);
const name63 = "b".repeat(63);

/** What somebody types, and the one address it means. */
const accepted: [what: string, typed: string, address: string][] = [
  ["a plain one", "amal@example.org", "amal@example.org"],
  ["spaces around it", "  amal@example.org \t", "amal@example.org"],
  ["a line end after it, as pasted", "amal@example.org\r\n", "amal@example.org"],
  ["a plus", "amal+hagen@example.org", "amal+hagen@example.org"],
  ["an apostrophe", "o'brien@example.org", "o'brien@example.org"],
  ["capitals before the @ stay, after it they mean nothing", "Amal.B@EXAMPLE.ORG", "Amal.B@example.org"],
  ["a minus and an underscore at the ends", "-a_@example.org", "-a_@example.org"],
  ["digits alone", "123@456.example", "123@456.example"],
  ["64 characters before the @", `${long}@example.org`, `${long}@example.org`],
  ["63 characters in a part of the domain", `a@${name63}.org`, `a@${name63}.org`],
  ["a German domain", "amal@bücher.example", "amal@xn--bcher-kva.example"],
  ["an Arabic domain", "amal@موقع.example", "amal@xn--4gbrim.example"],
  ["a domain in Arabic throughout", "amal@موقع.شبكة", "amal@xn--4gbrim.xn--ngbc5azd"],
  ["a domain that is ASCII already", "amal@xn--bcher-kva.example", "amal@xn--bcher-kva.example"],
  ["a sharp s, which has its own domain", "amal@straße.example", "amal@xn--strae-oqa.example"],
  [
    "Cyrillic letters that look Latin: another domain, and told apart",
    "a@раураӏ.example",
    "a@xn--80aa0cbo65f.example",
  ],
  ["full-width letters in the domain", "amal@ｅｘａｍｐｌｅ.org", "amal@example.org"],
];

/** What cannot be meant, or could be read as something else on the way. */
const refused: [what: string, typed: string][] = [
  ["a quoted local part", '"amal b"@example.org'],
  ["a quoted local part with an @", '"a@b"@example.org'],
  ["a quoted local part with a line end", '"a\r\nRCPT TO:<b@example.org>"@example.org'],
  ["a comment before the @", "amal(comment)@example.org"],
  ["a comment after the @", "amal@(comment)example.org"],
  ["a comment at the end", "amal@example.org (Amal)"],
  ["a display name", "Amal <amal@example.org>"],
  ["a quoted display name", '"b@example.org" <amal@example.org>'],
  ["angle brackets", "<amal@example.org>"],
  ["group syntax", "friends: amal@example.org, b@example.org;"],
  ["two addresses with a comma", "amal@example.org,b@example.org"],
  ["two addresses with a semicolon", "amal@example.org;b@example.org"],
  ["two addresses with a space", "amal@example.org b@example.org"],
  ["a header line behind it", "amal@example.org\r\nBcc: b@example.org"],
  ["a bare line feed inside", "amal@exam\nple.org"],
  ["a bare carriage return inside", "amal\r@example.org"],
  ["an encoded line feed", "amal%0a@example.org"],
  ["an encoded line end after it", "amal@example.org%0d%0aBcc:b@example.org"],
  ["a percent route", "amal%example.net@example.org"],
  ["a bang route", "example.net!amal@example.org"],
  ["a source route", "@example.net:amal@example.org"],
  ["a null byte", "amal\u0000@example.org"],
  ["a null byte after it", "amal@example.org\u0000.net"],
  ["two @", "amal@b@example.org"],
  ["no @", "amal.example.org"],
  ["nothing before the @", "@example.org"],
  ["nothing after the @", "amal@"],
  ["a space before the @", "amal @example.org"],
  ["dots in a row", "amal..b@example.org"],
  ["a dot at the beginning", ".amal@example.org"],
  ["a dot before the @", "amal.@example.org"],
  ["a host without a dot", "amal@localhost"],
  ["an IP address", "amal@127.0.0.1"],
  ["an IP address in brackets", "amal@[127.0.0.1]"],
  ["an IP address as one number", "amal@2130706433"],
  ["an IP address in hexadecimal", "amal@0x7f.0.0.1"],
  ["full-width digits that make an IP address", "amal@１２７.0.0.1"],
  ["a port", "amal@example.org:25"],
  ["a path", "amal@example.org/x"],
  ["a question mark", "amal@example.org?bcc=b@example.org"],
  ["a mailto link", "mailto:amal@example.org"],
  ["a hyphen at the edge of a part", "amal@-example.org"],
  ["broken ASCII form of a domain", "amal@xn--.example"],
  ["a dot at the end of the domain", "amal@example.org."],
  ["Cyrillic letters before the @", "аmal@example.org"],
  ["Arabic letters before the @", "أمل@example.org"],
  ["a full-width @", "amal＠example.org"],
  ["an invisible character", "am\u200Bal@example.org"],
  ["an invisible joiner in the domain", "amal@exam\u200Dple.org"],
  ["an override of the direction", "amal\u202E@example.org"],
  ["65 characters before the @", `${long}a@example.org`],
  ["64 characters in a part of the domain", `a@${name63}b.org`],
  ["more than 254 characters", `a@${`${name63}.`.repeat(4)}org`],
  ["markup", "<script>alert(1)</script>@example.org"],
  ["a backslash", "amal\\@example.org"],
  ["an emoji", "😀@example.org"],
];

describe("an address", () => {
  it.each(accepted)("means one mailbox, and the mail goes there: %s", async (_what, typed, address) => {
    expect(mailAddressSchema.parse(typed)).toBe(address);

    useMailServer(smtp.url);
    await send(address);
    expect(smtp.recipientCommands()).toEqual([`RCPT TO:<${address}>`]);
    const { to } = await PostalMime.parse(smtp.received.at(-1)?.raw ?? "");
    expect(to?.map((recipient) => recipient.address)).toEqual([address]);

    // The mailbox of the demonstration shows the same.
    useMailServer(mailbox.url);
    for (const file of readdirSync(dir)) rmSync(join(dir, file));
    await send(address);
    const kept = readdirSync(dir).map((file) => JSON.parse(readFileSync(join(dir, file), "utf8")).to);
    expect(kept).toEqual([address]);
  });

  it.each(refused)("is refused: %s", (_what, typed) => {
    const parsed = mailAddressSchema.safeParse(typed);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(["email"]);
  });

  it("is asked for when there is none", () => {
    for (const typed of ["", "  ", undefined, null, 7, ["a@example.org"], { address: "a@example.org" }])
      expect(mailAddressSchema.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
        "required",
      ]);
  });

  it("is judged alike by the form and by the API", () => {
    for (const [, typed, address] of accepted) {
      expect(holdBodySchema.shape.email.parse(typed)).toBe(address);
      expect(contactFormSchema.shape.email.parse(typed)).toBe(address);
    }
    for (const [, typed] of refused) {
      expect(holdBodySchema.shape.email.safeParse(typed).success).toBe(false);
      expect(contactFormSchema.shape.email.safeParse(typed).success).toBe(false);
    }
  });

  it("holds nothing that means something on the way, whatever is typed", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "@",
        ".",
        "-",
        '"',
        "<",
        ">",
        "(",
        ")",
        ",",
        ";",
        ":",
        "%",
        "\r\n",
        " ",
        "\u0000",
        "ü",
        "م",
        "a",
        "xn--",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const typed of [
          pieces.join(""),
          `${pieces.join("")}@example.org`,
          `amal@${pieces.join("")}.org`,
        ]) {
          const parsed = mailAddressSchema.safeParse(typed);
          if (!parsed.success) continue;
          expect(parsed.data).toMatch(/^[A-Za-z0-9._'+-]+@[a-z0-9.-]+$/);
          // Typed again, it means the same.
          expect(mailAddressSchema.parse(parsed.data)).toBe(parsed.data);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
