import type { ComponentType, ReactNode } from "react";
import { textComponents } from "@/components/guide/mdx-components";
import type { Shown } from "@/lib/checks/types";
import type { References } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";

type Props = { text: Shown; page: { locale: Locale; references: References; germanSince: string | null } };

/** A text of a check in blocks: paragraphs, lists, notes. */
export function CheckText({ text, page }: Props) {
  if (typeof text === "string") return <p>{text}</p>;
  const Content = text;
  return <Content components={componentsOf(page)} />;
}

// A label or a heading may hold no paragraph.
// biome-ignore lint/suspicious/noExplicitAny: the map of components that MDX takes has no narrower type.
const inLine: Record<string, ComponentType<any>> = {
  p: ({ children }: { children?: ReactNode }) => <>{children}</>,
};

/** A text of a check within a line: a question, an answer, a heading. */
export function CheckLine({ text, page }: Props) {
  if (typeof text === "string") return text;
  const Content = text;
  return <Content components={{ ...componentsOf(page), ...inLine }} />;
}

/** A German text has German figures and terms, also on a page in another language. */
function componentsOf({ locale, references, germanSince }: Props["page"]) {
  return textComponents({ locale: germanSince ? "de" : locale, references });
}
