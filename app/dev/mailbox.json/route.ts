import { readMailbox } from "@/lib/notifications/mailbox";

export const dynamic = "force-dynamic";

export function GET(): Response {
  const mails = readMailbox();
  if (!mails) return new Response(null, { status: 404 });
  return Response.json(mails, { headers: { "Cache-Control": "no-store" } });
}
