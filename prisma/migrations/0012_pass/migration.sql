-- A pass and the hold that it is used for are one transaction: docs/decisions/0011-programs-and-people.md.

DROP FUNCTION "spend_challenge"(text, text, text, timestamptz, int);

-- AlterTable
ALTER TABLE "spent_challenge" DROP COLUMN "request";

-- From here on what Prisma cannot express.

-- Uses a solved challenge or a mail's link up; true: go on. Of simultaneous uses the first takes the row, and the others
-- wait until its hold is made, or is not. What was given back because no hold came of it may be used again, by its holder
-- and p_uses times at most.
CREATE FUNCTION "spend_challenge"(p_key text, p_holder text, p_expires_at timestamptz, p_uses int)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF p_expires_at <= portal_now() THEN RETURN false; END IF;
  INSERT INTO spent_challenge AS c (key, holder, expires_at) VALUES (p_key, p_holder, p_expires_at)
  ON CONFLICT (key) DO UPDATE SET spent = true, uses = c.uses + 1
  WHERE NOT c.spent AND c.holder = excluded.holder AND c.uses < p_uses;
  RETURN FOUND;
END
$$;

-- hold_appointment for who brings a pass: it is used up by the hold and by nothing else, because both are written
-- together or not at all. The same request (idempotency key) may come again at any time: at most one hold can come of it,
-- and its answer is the same. Outcomes: challenge_failed, and those of hold_appointment.
CREATE FUNCTION "hold_with_pass"(
  p_pass text, p_holder text, p_pass_expires_at timestamptz, p_uses int,
  p_office text, p_department text, p_concern text, p_further_concerns text[], p_units int, p_minutes int,
  p_starts_at timestamptz, p_lead interval, p_hold interval, p_mail_limit int, p_mail_upcoming int, p_zone text,
  p_reference text, p_persons jsonb, p_email text, p_mail_key text, p_phone text, p_case_number text, p_locale text,
  p_idempotency_key text, p_request_hash text
) RETURNS TABLE (outcome text, decided_at timestamptz, id uuid, reference text, starts_at timestamptz, ends_at timestamptz, hold_expires_at timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_known boolean := false;
BEGIN
  IF p_idempotency_key IS NOT NULL THEN
    -- Before anything else, so that a twin finds the hold of the other and not only the pass that it used up.
    PERFORM pg_advisory_xact_lock(hashtextextended(p_idempotency_key, 1));
    v_known := EXISTS (
      SELECT FROM appointment a
      WHERE a.idempotency_key = p_idempotency_key AND a.held_at > portal_now() - interval '48 hours'
    );
  END IF;
  IF NOT v_known AND NOT spend_challenge(p_pass, p_holder, p_pass_expires_at, p_uses) THEN
    RETURN QUERY SELECT 'challenge_failed', portal_now(), NULL::uuid, NULL::text, NULL::timestamptz, NULL::timestamptz, NULL::timestamptz;
    RETURN;
  END IF;
  SELECT * INTO outcome, decided_at, id, reference, starts_at, ends_at, hold_expires_at FROM hold_appointment(
    p_office, p_department, p_concern, p_further_concerns, p_units, p_minutes, p_starts_at, p_lead, p_hold, p_mail_limit,
    p_mail_upcoming, p_zone, p_reference, p_persons, p_email, p_mail_key, p_phone, p_case_number, p_locale,
    p_idempotency_key, p_request_hash
  );
  -- Nobody has to wait again after a lost race.
  IF NOT v_known AND outcome <> 'held' THEN
    UPDATE spent_challenge c SET spent = false WHERE c.key = p_pass;
  END IF;
  RETURN NEXT;
END
$$;
