-- One mail address has so many coming appointments in a department at the most: who confirms each hold at once would
-- otherwise get as many places as there are names to invent. docs/decisions/0011-programs-and-people.md.

DROP FUNCTION "hold_appointment"(
  text, text, text, text[], int, int, timestamptz, interval, interval, int, text, text, jsonb, text, text, text, text, text,
  text, text
);

CREATE FUNCTION "hold_appointment"(
  p_office text, p_department text, p_concern text, p_further_concerns text[], p_units int, p_minutes int,
  p_starts_at timestamptz, p_lead interval, p_hold interval, p_mail_limit int, p_mail_upcoming int, p_zone text,
  p_reference text, p_persons jsonb, p_email text, p_mail_key text, p_phone text, p_case_number text, p_locale text,
  p_idempotency_key text, p_request_hash text
) RETURNS TABLE (outcome text, decided_at timestamptz, id uuid, reference text, starts_at timestamptz, ends_at timestamptz, hold_expires_at timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_now timestamptz := portal_now();
  v_ends_at timestamptz := p_starts_at + make_interval(mins => p_units * p_minutes);
  v_counter smallint;
  v_slots bigint[];
  v_id uuid := gen_random_uuid();
  v_known appointment%ROWTYPE;
  v_outcome text;
BEGIN
  IF p_idempotency_key IS NOT NULL THEN
    -- The same request sent twice at once waits here for its twin, or it would find the place taken by itself.
    PERFORM pg_advisory_xact_lock(hashtextextended(p_idempotency_key, 1));
    SELECT * INTO v_known FROM appointment a WHERE a.idempotency_key = p_idempotency_key;
    IF FOUND AND v_known.held_at > v_now - interval '48 hours' THEN
      RETURN QUERY SELECT CASE WHEN v_known.request_hash = p_request_hash THEN 'replayed' ELSE 'idempotency_mismatch' END,
        v_now, v_known.id, v_known.reference, v_known.starts_at, v_known.ends_at, v_known.hold_expires_at;
      RETURN;
    ELSIF FOUND THEN
      -- Keys are kept for 48 hours; after that the same key names a new request.
      UPDATE appointment a SET idempotency_key = NULL, request_hash = NULL WHERE a.id = v_known.id;
    END IF;
  END IF;

  IF p_starts_at >= v_now + p_lead THEN
    SELECT r.counter, r.slots INTO v_counter, v_slots
      FROM lock_run(p_office, p_department, p_units, p_minutes, p_starts_at) r;
    -- Read again now that the slots are ours: the place may have been given up since the first look.
    v_now := portal_now();
  END IF;
  IF v_slots IS NULL THEN
    -- Only who gets nothing has to know whether there was anything to get.
    v_outcome := CASE WHEN is_bookable(p_office, p_department, p_starts_at, p_lead, v_now) THEN 'slot_taken' ELSE 'outside_window' END;
  ELSE
    -- Two requests of one mail address count one after the other.
    PERFORM pg_advisory_xact_lock(hashtextextended(p_mail_key, 0));
    IF (
      SELECT count(*) FROM appointment a
      WHERE a.mail_key = p_mail_key AND a.state = 'held'
        AND a.held_at >= date_trunc('day', v_now, p_zone)
    ) >= p_mail_limit OR (
      SELECT count(*) FROM appointment a
      WHERE a.mail_key = p_mail_key AND a.office = p_office AND a.department = p_department
        AND a.state = 'confirmed' AND a.starts_at > v_now
    ) >= p_mail_upcoming THEN
      v_outcome := 'limit_mail';
    ELSIF NOT write_persons(v_id, p_office, p_department, p_persons, tstzrange(v_now, v_now + p_hold)) THEN
      v_outcome := 'limit_person';
    END IF;
  END IF;
  IF v_outcome IS NOT NULL THEN
    RETURN QUERY SELECT v_outcome, v_now, NULL::uuid, NULL::text, NULL::timestamptz, NULL::timestamptz, NULL::timestamptz;
    RETURN;
  END IF;

  INSERT INTO appointment AS a (
    id, reference, office, department, concern, further_concerns, counter, units, starts_at, ends_at, held_at,
    hold_expires_at, occupied_until, given_name, family_name, birth_date, person_key, email, mail_key, phone, case_number,
    locale, idempotency_key, request_hash
  ) VALUES (
    v_id, p_reference, p_office, p_department, p_concern, p_further_concerns, v_counter, p_units, p_starts_at, v_ends_at, v_now,
    v_now + p_hold, v_now + p_hold, p_persons->0->>'givenName', p_persons->0->>'familyName', (p_persons->0->>'birthDate')::date,
    p_persons->0->>'key', p_email, p_mail_key, p_phone, p_case_number, p_locale, p_idempotency_key, p_request_hash
  ) ON CONFLICT DO NOTHING;

  -- Nothing was stored: the reference exists already, the same request came twice at once, or (which the locks above
  -- should have ruled out) the place is occupied.
  IF NOT FOUND THEN
    DELETE FROM appointment_person p WHERE p.appointment_id = v_id;
    RETURN QUERY SELECT CASE
        WHEN EXISTS (SELECT FROM appointment a WHERE a.reference = p_reference OR a.idempotency_key = p_idempotency_key) THEN 'retry'
        ELSE 'slot_taken' END,
      v_now, NULL::uuid, NULL::text, NULL::timestamptz, NULL::timestamptz, NULL::timestamptz;
    RETURN;
  END IF;

  UPDATE slot s SET appointment_id = v_id, claimed_until = v_now + p_hold, public_at = NULL WHERE s.id = ANY (v_slots);
  INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (v_id, 'held', 'applicant', v_now);
  PERFORM send_message('hold', v_id, v_now);
  RETURN QUERY SELECT 'held', v_now, v_id, p_reference, p_starts_at, v_ends_at, v_now + p_hold;
END
$$;

CREATE OR REPLACE FUNCTION "confirm_appointment"(p_id uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_appointment appointment%ROWTYPE;
  v_slots int;
  v_now timestamptz;
BEGIN
  SELECT * INTO v_appointment FROM appointment WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF v_appointment.state = 'cancelled' THEN RETURN 'hold_expired'; END IF;
  IF v_appointment.state <> 'held' THEN RETURN 'confirmed'; END IF;

  SELECT count(*) INTO v_slots FROM (SELECT FROM slot WHERE appointment_id = p_id ORDER BY id FOR UPDATE) mine;
  v_now := portal_now();
  IF v_slots <> v_appointment.units OR v_appointment.hold_expires_at <= v_now THEN RETURN 'hold_expired'; END IF;

  BEGIN
    UPDATE appointment SET state = 'confirmed', confirmed_at = v_now, occupied_until = NULL WHERE id = p_id;
  EXCEPTION WHEN exclusion_violation THEN
    -- The same person has begun another one in the instant in which this hold ran out.
    RETURN 'hold_expired';
  END;
  UPDATE slot SET claimed_until = NULL WHERE appointment_id = p_id;
  INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (p_id, 'confirmed', 'applicant', v_now);
  PERFORM send_message('confirmed', p_id, v_now);
  PERFORM send_reminders(p_id, v_now);
  RETURN 'confirmed';
END
$$;
