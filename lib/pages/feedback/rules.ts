import { escaped } from "@/lib/i18n/markup";

type Filling = {
  /** How long to wait. */
  wait: string;
  /** What the text is called that was sent. */
  label: string;
  /** Fields as they were sent. */
  fields: Record<string, string>;
};

const carried = ["page", "helpful", "token"];

/** The page that asks to send feedback again later, with everything that was sent; `shell` is that page without any. */
export function filledLater(shell: string, { wait, label, fields }: Filling): string {
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
  const slots = { wait: escaped(wait), fields: hidden.join("") + text };
  let html = shell;
  // A function, since a "$" in a text would mean something in a replacement.
  for (const [slot, content] of Object.entries(slots))
    html = html.replace(
      new RegExp(`(<[a-z]+\\b[^>]*\\bdata-slot="${slot}"[^>]*>)[^<]*`),
      (_, start) => start + content,
    );
  return html;
}
