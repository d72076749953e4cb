import { readKept } from "@/lib/notifications/mailbox";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ mail: string; attachment: string }> };

/** One attachment of a mail in the local mailbox, outside production. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { mail, attachment } = await params;
  const kept = readKept()?.find(({ name }) => name === mail);
  const file = /^\d{1,3}$/.test(attachment) ? kept?.mail.attachments[Number(attachment)] : undefined;
  if (!file) return new Response(null, { status: 404 });
  // A PDF is shown; anything else could be a page that runs here, so it is only handed out.
  const shown = file.contentType === "application/pdf" ? "inline" : "attachment";
  return new Response(new Uint8Array(Buffer.from(file.base64, "base64")), {
    headers: {
      "Content-Type": file.contentType,
      "Content-Disposition": `${shown}; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
      "Cache-Control": "no-store",
    },
  });
}
