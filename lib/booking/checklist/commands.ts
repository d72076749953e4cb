import "server-only";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { documentsOf } from "@/lib/offices/rules";
import { readToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import type { ShareFailure } from "./types";

/**
 * Stores with the appointment that a management token names which documents its applicant still lacks, so that the
 * reminder lists them; `null` takes that back, and is possible at any time. Only documents of the appointment's own
 * concerns can be named.
 */
export async function shareChecklist(
  token: string,
  open: readonly string[] | null,
): Promise<{ ok: true } | { ok: false; reason: ShareFailure }> {
  const id = readToken("manage", token);
  const row =
    id &&
    (await db().appointment.findUnique({
      where: { id },
      select: { office: true, concern: true, furtherConcerns: true },
    }));
  if (!id || !row) return { ok: false, reason: "not_found" };
  const office = getOffice(row.office);
  const concerns = [row.concern, ...row.furtherConcerns].flatMap((slug) => {
    const found = office && findConcern(office, slug);
    return found ? [found.concern] : [];
  });
  const needed = documentsOf(concerns);
  if (open?.some((document) => !needed.includes(document))) return { ok: false, reason: "unknown_document" };
  const stored = needed.filter((document) => open?.includes(document));

  return db().$transaction(async (tx) => {
    // What was there before decides whether the history gets a line: saying it anew is no event.
    const [changed] = await tx.$queryRaw<{ shared: boolean; at: Date }[]>`
      UPDATE appointment a
      SET open_documents = ${stored}::text[],
        documents_shared_at = CASE WHEN ${open !== null} THEN portal_now() END
      FROM (SELECT id, documents_shared_at FROM appointment WHERE id = ${id}::uuid FOR UPDATE) before
      WHERE a.id = before.id AND (${open === null} OR (a.state = 'confirmed' AND a.starts_at > portal_now()))
      RETURNING before.documents_shared_at IS NOT NULL AS shared, portal_now() AS at`;
    if (!changed) return { ok: false, reason: "too_late" } as const;
    if (changed.shared !== (open !== null)) {
      const kind = open === null ? "documents_withdrawn" : "documents_shared";
      await tx.appointmentEvent.create({
        data: { appointmentId: id, kind, actor: "applicant", at: changed.at },
      });
    }
    return { ok: true } as const;
  });
}
