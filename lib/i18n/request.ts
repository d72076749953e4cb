import { locale as rootLocale } from "next/root-params";
import { getRequestConfig } from "next-intl/server";
import { isLocale, routing } from "./routing";

/** Messages of the page's language. Actions and route handlers name the locale; pages take it from the address. */
export default getRequestConfig(async ({ locale: requested }) => {
  const wanted = requested ?? (await rootLocale());
  const locale = isLocale(wanted) ? wanted : routing.defaultLocale;
  return {
    locale,
    timeZone: "Europe/Berlin",
    messages: (await import(`../../messages/${locale}.json`)).default,
  };
});
