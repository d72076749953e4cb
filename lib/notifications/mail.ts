import "server-only";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import { directions, type Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import type { OutgoingMail } from "@/lib/platform/mailer";

/** Kinds of mails with texts of their own under `mail.<kind>`. */
export type MailKind = "hold" | "confirmed" | "cancelled" | "cancelled_by_office" | "moved" | ReminderKind;
export type ReminderKind = "reminder_72" | "reminder_24";

export type MailFacts = {
  to: string;
  locale: Locale;
  givenName: string;
  office: string;
  /** Names of everything that is done in the visit. */
  concerns: string[];
  reference: string;
  startsAt: string;
  /** When it was to begin before it was moved. */
  movedFrom?: string | undefined;
  holdExpiresAt: string;
  documents: string[];
  /** They are what is still open, as far as the applicant told, and not all that is to be brought. */
  onlyOpen: boolean;
  /** The applicant said already that they will come. */
  coming: boolean;
  /** What the button of this mail opens. */
  link: string;
};

const isReminder = (kind: MailKind): kind is ReminderKind => kind.startsWith("reminder_");

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

// First Strong Isolate … Pop Directional Isolate: what <bdi> is in HTML.
const isolate = (text: string) => `\u2068${text}\u2069`;

/** A mail in pieces; where values stand in sentences, `isolate` keeps their direction apart in plain text. */
export type Letter = {
  to: string;
  locale: Locale;
  /** Empty where no name is known yet. */
  givenName: string;
  subject: string;
  lead: (isolate: (text: string) => string) => string;
  rows: [label: string, value: string][];
  action: string;
  link: string;
  list?: { title: string; items: string[] } | undefined;
  /** Sentences after the list. */
  more?: string[];
  note: string;
};

/** One mail about an appointment, in the applicant's language. */
export function composeMail(kind: MailKind, facts: MailFacts): Omit<OutgoingMail, "messageId"> {
  const { locale } = facts;
  const t = translator(locale, "mail");
  const atOf = (instant: string) =>
    t("at", { date: longDate(dayOf(instant), locale), time: timeOf(instant) });
  const date = longDate(dayOf(facts.startsAt), locale);
  const until = timeOf(facts.holdExpiresAt);
  const leadKey = isReminder(kind) && facts.coming ? (`${kind}.coming` as const) : (`${kind}.lead` as const);
  const documents = kind === "cancelled" || kind === "cancelled_by_office" ? [] : facts.documents;
  return writeLetter({
    to: facts.to,
    locale,
    givenName: facts.givenName,
    subject: t(`${kind}.subject`, { date, time: timeOf(facts.startsAt) }),
    lead: (isolated) => t(leadKey, { until: isolated(until) }),
    rows: [
      [t("row.office"), facts.office],
      [t("row.concern"), facts.concerns.join(" + ")],
      ...(facts.movedFrom ? [[t("row.before"), atOf(facts.movedFrom)] satisfies [string, string]] : []),
      [t("row.date"), date],
      [t("row.time"), timeOf(facts.startsAt)],
      [t("row.reference"), facts.reference],
    ],
    action: t(`${kind}.action`),
    link: facts.link,
    list:
      documents.length > 0
        ? { title: t(facts.onlyOpen ? "stillOpen" : "bring"), items: documents }
        : undefined,
    // Who told what is missing, and that nothing is, is told so.
    more: isReminder(kind) && facts.onlyOpen && documents.length === 0 ? [t("nothingOpen")] : [],
    note: t(`${kind}.note`),
  });
}

/** A mail as plain text and as HTML with the right direction. */
export function writeLetter(letter: Letter): Omit<OutgoingMail, "messageId"> {
  const { to, locale, givenName, subject, lead, rows, action, link, list, more = [], note } = letter;
  const t = translator(locale, "mail");
  const plain = locale === "ar" ? isolate : (text: string) => text;

  const greeting = (name: string) => (givenName ? t("greeting", { name }) : t("hello"));
  const text = [
    greeting(plain(givenName)),
    lead(plain),
    rows.map(([label, value]) => `${label}: ${plain(value)}`).join("\n"),
    `${action}:\n${link}`,
    ...(list ? [[list.title, ...list.items.map((name) => `- ${name}`)].join("\n")] : []),
    ...more,
    note,
    t("footer"),
  ].join("\n\n");

  const e = escapeHtml;
  const cells = rows
    .map(
      ([label, value]) =>
        `<tr><th align="${locale === "ar" ? "right" : "left"}" style="padding:6px 0;color:#51626a;font-weight:400">${e(label)}</th><td style="padding:6px 12px;font-weight:700;overflow-wrap:anywhere"><bdi>${e(value)}</bdi></td></tr>`,
    )
    .join("");
  const items = list
    ? `<p style="margin:24px 0 8px;font-weight:700">${e(list.title)}</p><ul style="margin:0;padding-inline-start:20px">${list.items.map((name) => `<li>${e(name)}</li>`).join("")}</ul>`
    : "";
  const after = more.map((line) => `<p>${e(line)}</p>`).join("");
  const html = `<!doctype html><html lang="${locale}" dir="${directions[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${e(subject)}</title></head><body style="margin:0;background:#fbf8f2;color:#1b2a30;font:16px/1.7 system-ui,'Segoe UI',Tahoma,sans-serif"><div dir="${directions[locale]}" style="max-width:560px;margin:0 auto;padding:24px"><p style="font-weight:800;color:#073f43;font-size:20px">${e(t("brand"))}</p><p>${e(greeting(givenName))}</p><p>${e(lead((value) => value))}</p><table role="presentation" style="border-collapse:collapse">${cells}</table><p style="margin:24px 0"><a href="${e(link)}" style="display:inline-block;background:#0b5a5e;color:#ffffff;text-decoration:none;font-weight:700;padding:12px 24px;border-radius:10px">${e(action)}</a></p><p style="font-size:13px;color:#51626a"><bdi dir="ltr" style="word-break:break-all">${e(link)}</bdi></p>${items}${after}<p>${e(note)}</p><p style="font-size:13px;color:#51626a">${e(t("footer"))}</p></div></body></html>`;

  return { to, subject, text, html, language: locale };
}
