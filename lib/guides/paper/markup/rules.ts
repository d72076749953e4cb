import { text } from "@/lib/guides/paper/inlines/rules";
import type { Inline } from "@/lib/guides/paper/types";

// Signs that no text has: what a message marks as important stands between the first two, the third is a place to fill.
const [open, close, slot] = ["\ue000", "\ue001", "\ue002"];

/** For `t.markup`: the part of a message in `<b>`. */
export const bold = (chunks: string): string => `${open}${chunks}${close}`;

/** For `t.markup`: the place that `filled` fills. */
export const place = (): string => slot;

/** A message with what is important in it, and with what belongs in its place. */
export function filled(message: string, content: Inline[] = []): Inline[] {
  return message.split(/(\ue000[^\ue001]*\ue001|\ue002)/).flatMap((part): Inline[] => {
    if (part === "") return [];
    if (part === slot) return content;
    if (part.startsWith(open)) return [{ kind: "strong", content: filled(part.slice(1, -1), content) }];
    return [text(part)];
  });
}
