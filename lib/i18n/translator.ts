import "server-only";
import type { Messages, NamespaceKeys, NestedKeyOf } from "next-intl";
// The part without React, so that scripts can run this too.
import { createTranslator } from "use-intl/core";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import type { Locale } from "./routing";

const all: Record<Locale, Messages> = { ar: ar as Messages, de, en: en as Messages };

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

const create = <Name extends Namespace>(locale: Locale, namespace: Name) =>
  createTranslator({ locale, messages: all[locale], namespace, timeZone: "Europe/Berlin" });

// Making one costs half a millisecond, which is much where a crowd is refused; they are few and never change.
const made = new Map<string, unknown>();

/** Messages for code that runs outside a page: mails, route handlers, jobs. */
export function translator<Name extends Namespace>(
  locale: Locale,
  namespace: Name,
): ReturnType<typeof create<Name>> {
  const key = `${locale}/${namespace}`;
  const known = made.get(key) ?? create(locale, namespace);
  made.set(key, known);
  return known as ReturnType<typeof create<Name>>;
}
