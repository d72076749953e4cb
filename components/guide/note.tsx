import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";

export type NoteKind = "info" | "warning" | "law";

const looks: Record<NoteKind, string> = {
  info: "border-teal bg-teal-wash",
  warning: "border-red bg-red-wash",
  law: "border-saffron bg-saffron-wash",
};

type Props = { kind: NoteKind; title: string; locale: Locale; children: ReactNode };

/** A box beside the text. `warning`: a right or money may be lost; `law`: what changed and when. */
export function Note({ kind, title, locale, children }: Props) {
  const t = translator(locale, "guide.note");
  return (
    <div
      role="note"
      className={`rounded-card border-s-[5px] px-5 py-4 break-inside-avoid [&>*+*]:mt-2 ${looks[kind]}`}
    >
      <p className="text-sm font-semibold">{t(kind)}</p>
      <p className="font-bold">{title}</p>
      {children}
    </div>
  );
}

/** Reads the attribute of `<Note>`; an unknown kind stops the build. */
export function noteKind(value: unknown): NoteKind {
  if (value === "info" || value === "warning" || value === "law") return value;
  throw new Error(`<Note kind="${value}">: info, warning or law`);
}
