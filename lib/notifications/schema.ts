import { z } from "zod";

// What every mail server takes without quotes; the dot does not begin, end or double.
const local = /^(?=.{1,64}$)[A-Za-z0-9_'+-]+(\.[A-Za-z0-9_'+-]+)*$/;
const typedDomain = /^[\p{L}\p{M}\p{N}.-]+$/u;
const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const domain = new RegExp(`^(?=.{4,253}$)(${label}\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$`);

/** The form of a domain that mail servers know: lower case, other scripts as `xn--…` (UTS 46); null when there is none. */
function asciiDomain(typed: string): string | null {
  if (!typedDomain.test(typed)) return null;
  try {
    // Browsers and Node have no other way to it; nothing but letters, digits, dots and hyphens gets here.
    const { hostname } = new URL(`http://${typed}`);
    return domain.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}

/**
 * A mail address as it is said to the mail server, letter by letter: one plain address without quotes, comments, names
 * or groups. A domain in another script is turned into its ASCII form; other scripts before the @ are refused, since
 * many servers cannot deliver to them (docs/decisions/0005).
 */
export const mailAddressSchema = z
  .string({ error: "required" })
  // A bound before anything else, so that an endless text costs nothing.
  .max(2000, "email")
  .transform((typed, context) => {
    const text = typed.trim();
    const at = text.lastIndexOf("@");
    const host = asciiDomain(text.slice(at + 1));
    const address = `${text.slice(0, at)}@${host}`;
    if (at > 0 && host && local.test(text.slice(0, at)) && address.length <= 254) return address;
    context.issues.push({ code: "custom", message: text === "" ? "required" : "email", input: typed });
    return z.NEVER;
  });
