-- Nobody is passed over in line for a hold that nobody confirmed, which anybody can make in anybody's name:
-- docs/decisions/0010-freed-places.md.

-- Whether somebody of an entry has an appointment in the department that is not over (has_appointment: a hold is none).
CREATE FUNCTION "has_appointment_of"(p_entry waitlist_entry, p_now timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM jsonb_array_elements(p_entry.persons) person
    JOIN appointment_person p ON p.person_key = person->>'key'
    JOIN appointment a ON a.id = p.appointment_id
    WHERE p.office = p_entry.office AND p.department = p_entry.department AND p.active @> p_now AND a.state <> 'held'
  )
$$;

-- Who waits and can be asked, in order: by urgency, then by the time of joining. Somebody who has an appointment in the
-- department is not asked, unless it is the one that an earlier place is to replace.
CREATE OR REPLACE FUNCTION "in_line"(p_office text, p_department text, p_now timestamptz) RETURNS SETOF "waitlist_entry"
LANGUAGE sql STABLE AS $$
  SELECT e.* FROM waitlist_entry e
  WHERE e.office = p_office AND e.department = p_department AND e.confirmed_at IS NOT NULL
    AND e.left_at IS NULL AND e.served_at IS NULL AND e.paused_at IS NULL
    AND CASE WHEN e.replaces_id IS NOT NULL THEN EXISTS (
        SELECT FROM appointment a WHERE a.id = e.replaces_id AND a.state = 'confirmed' AND a.starts_at > p_now
      ) ELSE NOT has_appointment_of(e, p_now) END
  ORDER BY e.urgency DESC, e.joined_at, e.id
$$;

-- What time alone does to a line: offers run out, and entries end. The line is locked already.
CREATE OR REPLACE FUNCTION "tidy_line"(p_office text, p_department text, p_now timestamptz, p_policy jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_entry waitlist_entry%ROWTYPE;
BEGIN
  -- Who let an offer pass keeps the place in line, but after several the entry rests until its owner says otherwise. What
  -- nobody could take counts for nothing: nobody was told of it, or the office took the place back meanwhile.
  FOR v_entry IN
    WITH expired AS (
      UPDATE offer SET answer = CASE WHEN told_at IS NULL THEN 'unsent' ELSE 'expired' END WHERE office = p_office AND department = p_department
        AND answer IS NULL AND expires_at <= p_now RETURNING *
    )
    UPDATE waitlist_entry e SET unanswered = e.unanswered + 1,
      paused_at = CASE WHEN e.unanswered + 1 >= (p_policy->>'unansweredAtMost')::int THEN p_now ELSE e.paused_at END
    FROM expired o WHERE e.id = o.entry_id AND o.told_at IS NOT NULL
      AND e.units = (
        SELECT count(*) FROM slot s JOIN week w ON w.id = s.week_id
        WHERE s.office = o.office AND s.department = o.department AND s.counter = o.counter
          AND s.starts_at >= o.starts_at AND s.starts_at < o.ends_at AND s.open AND w.state = 'published'
      )
    RETURNING e.*
  LOOP
    IF v_entry.unanswered >= (p_policy->>'unansweredAtMost')::int AND v_entry.left_at IS NULL THEN PERFORM send_message('waitlist_paused', v_entry.id, p_now); END IF;
  END LOOP;

  -- Who has booked otherwise since cannot take what is offered: the next is asked at once. The columns have milliseconds;
  -- rounded up, the offer would end after the instant in which the next is looked for.
  PERFORM end_offer(o.id, 'limit_person', date_trunc('milliseconds', p_now), p_policy)
  FROM offer o JOIN waitlist_entry e ON e.id = o.entry_id
  WHERE o.office = p_office AND o.department = p_department AND o.answer IS NULL AND o.expires_at > p_now
    AND e.replaces_id IS NULL AND has_appointment_of(e, p_now);

  UPDATE waitlist_entry e SET left_at = p_now
  WHERE e.office = p_office AND e.department = p_department AND e.left_at IS NULL AND e.served_at IS NULL
    AND ((e.confirmed_at IS NULL AND e.joined_at <= p_now - interval '24 hours')
      -- An earlier place was asked for in place of an appointment that was cancelled since, or has begun.
      OR EXISTS (SELECT FROM appointment a WHERE a.id = e.replaces_id AND (a.state <> 'confirmed' OR a.starts_at <= p_now)));

  -- Who booked otherwise since is not asked while that appointment lies ahead (in_line), and has been seen to afterwards.
  UPDATE waitlist_entry e SET served_at = p_now
  WHERE e.office = p_office AND e.department = p_department AND e.left_at IS NULL AND e.served_at IS NULL AND EXISTS (
    SELECT FROM appointment_person p JOIN appointment a ON a.id = p.appointment_id
    WHERE p.person_key = e.person_key AND p.office = e.office AND p.department = e.department
      AND a.confirmed_at >= e.joined_at AND a.state <> 'cancelled' AND a.ends_at <= p_now
  );

  -- Nobody's data stays longer than somebody may ask about it.
  DELETE FROM waitlist_entry e
  WHERE e.office = p_office AND e.department = p_department AND coalesce(e.left_at, e.served_at) <= p_now - interval '30 days';
END
$$;

-- Takes what was offered: a new appointment, or the old one moved to it. A hold of the same persons that nobody confirmed
-- gives way. Asked again it answers the same. An offer that
-- cannot be taken is over. Outcomes: accepted, offer_expired, slot_taken, limit_person, retry (the reference exists, or a
-- hold was made in this instant), not_found.
CREATE OR REPLACE FUNCTION "accept_offer"(p_id uuid, p_minutes int, p_reference text, p_policy jsonb)
RETURNS TABLE (outcome text, appointment_id uuid)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_offer offer%ROWTYPE;
  v_entry waitlist_entry%ROWTYPE;
  v_slots bigint[];
  v_holds uuid[];
  v_now timestamptz;
  v_id uuid;
  v_refusal text;
BEGIN
  SELECT * INTO v_offer FROM offer o WHERE o.id = p_id;
  IF NOT FOUND THEN RETURN QUERY SELECT 'not_found', NULL::uuid; RETURN; END IF;
  PERFORM lock_line(v_offer.office, v_offer.department);
  SELECT * INTO v_offer FROM offer o WHERE o.id = p_id FOR UPDATE;
  IF v_offer.answer = 'accepted' THEN RETURN QUERY SELECT 'accepted', v_offer.appointment_id; RETURN; END IF;
  IF v_offer.answer IN ('slot_taken', 'limit_person') THEN RETURN QUERY SELECT v_offer.answer, NULL::uuid; RETURN; END IF;
  SELECT * INTO v_entry FROM waitlist_entry e WHERE e.id = v_offer.entry_id FOR UPDATE;

  -- An appointment that is to be moved is locked before slots, as everywhere.
  IF v_entry.replaces_id IS NOT NULL THEN
    SELECT a.id INTO v_id FROM appointment a
    WHERE a.id = v_entry.replaces_id AND a.state = 'confirmed' AND a.starts_at > portal_now() FOR UPDATE;
    PERFORM FROM slot s WHERE s.appointment_id = v_id ORDER BY s.id FOR UPDATE;
  ELSE
    -- Whoever of them is confirmed until this lock is had is an appointment, and no hold any more.
    SELECT array_agg(l.id) INTO v_holds FROM (
      SELECT a.id FROM appointment a WHERE a.state = 'held' AND a.id IN (
        SELECT p.appointment_id FROM appointment_person p
        JOIN jsonb_array_elements(v_entry.persons) person ON p.person_key = person->>'key'
        WHERE p.office = v_offer.office AND p.department = v_offer.department AND p.active @> portal_now()
      ) ORDER BY a.id FOR UPDATE
    ) l;
  END IF;
  SELECT array_agg(l.id ORDER BY l.id) INTO v_slots FROM (
    SELECT s.id FROM slot s
    WHERE s.office = v_offer.office AND s.department = v_offer.department AND s.counter = v_offer.counter
      AND s.starts_at >= v_offer.starts_at AND s.starts_at < v_offer.ends_at AND s.open AND s.appointment_id IS NULL
    ORDER BY s.id FOR UPDATE
  ) l;
  v_now := portal_now();
  IF v_offer.answer IS NOT NULL OR v_offer.expires_at <= v_now OR v_entry.left_at IS NOT NULL OR v_entry.served_at IS NOT NULL THEN
    RETURN QUERY SELECT 'offer_expired', NULL::uuid; RETURN;
  END IF;
  -- The week may have been taken back since.
  IF cardinality(v_slots) IS DISTINCT FROM v_entry.units::int OR EXISTS (
    SELECT FROM slot s JOIN week w ON w.id = s.week_id WHERE s.id = ANY (v_slots) AND w.state <> 'published'
  ) THEN
    v_refusal := 'slot_taken';
  ELSIF v_id IS NOT NULL THEN
    v_refusal := nullif(take_place(v_id, v_offer.counter, v_slots, v_offer.starts_at, p_minutes, 'applicant', p_policy), 'moved');
  ELSE
    -- Its slots are free when its time is over, as those of every hold, so that nothing is handed on by this. It ends before
    -- the appointment begins, although the column has milliseconds and rounds.
    WITH given_up AS (
      UPDATE appointment a SET state = 'cancelled', cancelled_at = v_now, occupied_until = greatest(a.held_at, date_trunc('milliseconds', v_now))
      WHERE a.id = ANY (v_holds) RETURNING a.id
    )
    INSERT INTO appointment_event (appointment_id, kind, actor, at, data)
    SELECT g.id, 'cancelled', 'applicant', v_now, jsonb_build_object('offer', p_id) FROM given_up g;
    v_id := gen_random_uuid();
    IF write_persons(v_id, v_offer.office, v_offer.department, v_entry.persons, tstzrange(v_now, v_offer.ends_at)) THEN
      INSERT INTO appointment (
        id, reference, office, department, concern, further_concerns, counter, units, starts_at, ends_at, state, held_at,
        hold_expires_at, confirmed_at, given_name, family_name, birth_date, person_key, email, mail_key, phone, case_number, locale
      ) VALUES (
        v_id, p_reference, v_offer.office, v_offer.department, v_entry.concern, v_entry.further_concerns, v_offer.counter,
        v_entry.units, v_offer.starts_at, v_offer.ends_at, 'confirmed', v_now, v_now, v_now, v_entry.persons->0->>'givenName',
        v_entry.persons->0->>'familyName', (v_entry.persons->0->>'birthDate')::date, v_entry.person_key, v_entry.email,
        v_entry.mail_key, v_entry.phone, v_entry.case_number, v_entry.locale
      ) ON CONFLICT DO NOTHING;
      IF FOUND THEN
        UPDATE slot s SET appointment_id = v_id, claimed_until = NULL, public_at = NULL WHERE s.id = ANY (v_slots);
        INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (v_id, 'confirmed', 'applicant', v_now);
        PERFORM send_message('confirmed', v_id, v_now);
        PERFORM send_reminders(v_id, v_now);
      ELSIF EXISTS (SELECT FROM appointment a WHERE a.reference = p_reference) THEN
        DELETE FROM appointment_person p WHERE p.appointment_id = v_id;
        RETURN QUERY SELECT 'retry', NULL::uuid; RETURN;
      ELSE
        DELETE FROM appointment_person p WHERE p.appointment_id = v_id;
        v_refusal := 'slot_taken';
      END IF;
    ELSIF has_appointment_of(v_entry, v_now) THEN
      v_refusal := 'limit_person';
    ELSE
      RETURN QUERY SELECT 'retry', NULL::uuid; RETURN;
    END IF;
  END IF;
  IF v_refusal IS NOT NULL THEN
    -- What cannot be taken does not stay open: the next is asked, and the place in line stays.
    PERFORM end_offer(p_id, v_refusal, v_now, p_policy);
    UPDATE waitlist_entry e SET unanswered = 0 WHERE e.id = v_entry.id;
    RETURN QUERY SELECT v_refusal, NULL::uuid; RETURN;
  END IF;
  UPDATE offer o SET answer = 'accepted', appointment_id = v_id, open_until = v_now WHERE o.id = p_id;
  UPDATE waitlist_entry e SET served_at = v_now, unanswered = 0 WHERE e.id = v_entry.id;
  RETURN QUERY SELECT 'accepted', v_id;
END
$$;
