import Negotiator from "negotiator";
import { isLocale, type Locale, locales, routing } from "./routing";

/** The best language for an `Accept-Language` header; the default when it names none of ours. */
export function acceptedLocale(header: string | null): Locale {
  if (!header) return routing.defaultLocale;
  const [best] = new Negotiator({ headers: { "accept-language": header } }).languages([...locales]);
  return isLocale(best) ? best : routing.defaultLocale;
}
