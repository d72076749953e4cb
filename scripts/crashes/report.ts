import type { Arrived } from "./sink";
import type { CrashReport, Told } from "./types";

type Ask = (text: string) => Promise<Record<string, string>[]>;

/** Compares what the clients were told with what is stored, and what is stored with the mails that came. */
export async function reportOf(
  ask: Ask,
  told: Told,
  arrived: Arrived[],
): Promise<Omit<CrashReport, "serverKills" | "databaseKills" | "rolledBack" | "secondsToEmpty">> {
  const stored = new Map(
    (await ask("SELECT id, email, state FROM appointment")).map((row) => [row.id ?? "", row]),
  );
  // What is stored may be ahead of what was told, when the answer was lost; it is never behind.
  const order = ["held", "confirmed", "cancelled"];
  const missing = [...told].flatMap(([id, { email, state }]) => {
    const row = stored.get(id);
    if (!row) return [`${email} was acknowledged and is not stored`];
    return order.indexOf(row.state ?? "") < order.indexOf(state)
      ? [`${email} is ${row.state}, and was said to be ${state}`]
      : [];
  });
  const acknowledged = [...told.values()].reduce((sum, { state }) => sum + order.indexOf(state) + 1, 0);

  // Every step that is stored has its mail: the two committed together. Only whoever has confirmed by then is not asked to.
  const expected = await ask(`
    SELECT a.email, e.kind, m.id, '<' || m.kind || '.' || m.subject_id || '.' || m.id || '@mawid.example>' AS message_id
    FROM appointment a JOIN appointment_event e ON e.appointment_id = a.id AND e.kind IN ('held', 'confirmed', 'cancelled')
    LEFT JOIN message m ON m.subject_id = a.id AND m.kind = CASE e.kind WHEN 'held' THEN 'hold' ELSE e.kind END
    WHERE NOT (e.kind = 'held' AND a.state <> 'held' AND m.skipped_at IS NOT NULL)`);
  const copies = new Map<string, number>();
  for (const { messageId } of arrived) copies.set(messageId, (copies.get(messageId) ?? 0) + 1);
  const undelivered = expected.flatMap(({ email, kind, message_id: messageId }) =>
    messageId && copies.has(messageId) ? [] : [`${email} has no mail about ${kind}`],
  );

  const known = new Map(expected.map((row) => [row.message_id ?? "", row]));
  const unfounded = arrived.flatMap(({ to, messageId }) =>
    known.get(messageId)?.email === to ? [] : [`${to} got ${messageId}, and there is no such mail`],
  );
  const duplicates = arrived.length - copies.size;
  // One step, one Message-ID: a second one would look like a second mail.
  const names = new Map<string, Set<string>>();
  for (const { email, kind, message_id: messageId } of expected) {
    const step = `${email} ${kind}`;
    names.set(step, (names.get(step) ?? new Set()).add(messageId ?? ""));
  }
  const renamed = [...names].flatMap(([step, ids]) =>
    ids.size > 1 ? [`${step}: ${[...ids].join(" ")}`] : [],
  );
  return { acknowledged, missing, mails: expected.length, undelivered, unfounded, duplicates, renamed };
}
