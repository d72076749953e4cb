import { escaped } from "@/lib/i18n/markup";

/** A text without what no keyboard types and the database does not take, and without blanks at its ends. */
export function tidied(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .toWellFormed()
    .trim();
}

type Filling = {
  /** What the page is called, and why it is shown. */
  title: string;
  why: string;
  /** What the text is called that was sent. */
  label: string;
  /** Fields as they were sent. */
  fields: Record<string, string>;
};

const carried = ["page", "helpful", "token"];

/** The page that asks to send feedback again, with everything that was sent; `shell` is that page without any. */
export function filledAgain(shell: string, { title, why, label, fields }: Filling): string {
  const hidden = carried.flatMap((name) =>
    fields[name] === undefined
      ? []
      : [`<input type="hidden" name="${name}" value="${escaped(fields[name])}"/>`],
  );
  const look = "w-full rounded-control border-2 border-soft bg-card px-3 py-2 text-start text-ink";
  const text =
    fields.missing === undefined
      ? ""
      : `<label for="missing" class="font-bold">${escaped(label)}</label>` +
        // A browser leaves out the line break after the opening tag, so that one of the text's own is kept.
        `<textarea id="missing" name="missing" rows="5" dir="auto" required class="${look}">\n${escaped(fields.missing)}</textarea>`;
  const slots = { title: escaped(title), why: escaped(why), fields: hidden.join("") + text };
  let html = shell;
  // A function, since a "$" in a text would mean something in a replacement.
  for (const [slot, content] of Object.entries(slots))
    html = html.replace(
      new RegExp(`(<[a-z][a-z0-9]*\\b[^>]*\\bdata-slot="${slot}"[^>]*>)[^<]*`),
      (_, start) => start + content,
    );
  return html;
}
