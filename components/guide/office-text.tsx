import type { ShownText } from "@/lib/guides/types";
import { textComponents } from "./mdx-components";

/** The written text of an office's page (`getOfficeText`). */
export function OfficeText({ text }: { text: ShownText }) {
  const { Content } = text;
  return (
    <div className="prose">
      <Content components={textComponents(text)} />
    </div>
  );
}
