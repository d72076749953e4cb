import { problem } from "@/app/api/problem";
import { isLocale, type Locale } from "@/lib/i18n/routing";
import type { Attachment } from "@/lib/notifications/types";
import { readToken } from "@/lib/platform/crypto";

/**
 * A file of the appointment that a management token names, or 404. Shown where the browser can: a phone then offers to
 * take the entry into its calendar. `?locale=` asks for another language than the applicant's.
 */
export async function appointmentFile(
  request: Request,
  token: string,
  fileOf: (id: string, locale?: Locale) => Promise<Attachment | null>,
): Promise<Response> {
  const id = readToken("manage", token);
  const locale = new URL(request.url).searchParams.get("locale");
  const file = id && (await fileOf(id, isLocale(locale) ? locale : undefined));
  if (!file) return problem(request, "not_found");
  return new Response(typeof file.content === "string" ? file.content : new Uint8Array(file.content), {
    headers: {
      "Content-Type": file.contentType,
      "Content-Disposition": `inline; filename="${file.filename}"`,
      "Cache-Control": "no-store",
    },
  });
}
