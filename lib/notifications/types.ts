export type MailKind = "hold" | "confirmed" | "cancelled";

/** A mail as it goes to the server. The Message-ID is the same at every attempt, so that a repeated mail is recognised. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  language: string;
};
