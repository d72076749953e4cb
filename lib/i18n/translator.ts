import "server-only";
import type { Messages, NamespaceKeys, NestedKeyOf } from "next-intl";
import { createTranslator } from "next-intl";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import type { Locale } from "./routing";

const all: Record<Locale, Messages> = { ar: ar as Messages, de, en: en as Messages };

/** Messages for code that runs outside a page: mails, route handlers, jobs. */
export function translator<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: Namespace,
) {
  return createTranslator({ locale, messages: all[locale], namespace, timeZone: "Europe/Berlin" });
}
