-- An offer's time counts from when its mail was handed to the mail server, and an offer that cannot be taken is closed:
-- docs/decisions/0010-freed-places.md.

-- AlterTable
ALTER TABLE "offer"
  ADD COLUMN "send_until" TIMESTAMPTZ(3),
  ADD COLUMN "promised_until" TIMESTAMPTZ(3),
  ADD COLUMN "told_at" TIMESTAMPTZ(3);
UPDATE "offer" o SET "send_until" = o."expires_at",
  "told_at" = (SELECT max(m.sent_at) FROM message m WHERE m.kind = 'offer' AND m.subject_id = o.id);
ALTER TABLE "offer" ALTER COLUMN "send_until" SET NOT NULL;

-- From here on what Prisma cannot express.

-- When the place of an offer opens to everybody, counted anew from when the offer ends.
CREATE FUNCTION "return_offered"(p_offer offer, p_ends timestamptz, p_now timestamptz, p_policy jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_public_at timestamptz := return_instant(p_offer.office, p_offer.department, p_offer.starts_at, p_ends, p_policy);
BEGIN
  UPDATE slot SET public_at = v_public_at
  WHERE office = p_offer.office AND department = p_offer.department AND counter = p_offer.counter
    AND starts_at >= p_offer.starts_at AND starts_at < p_offer.ends_at AND appointment_id IS NULL AND public_at > p_now;
END
$$;

-- Ends an open offer; its place begins its way back anew. The line is locked already.
CREATE FUNCTION "end_offer"(p_id uuid, p_answer text, p_now timestamptz, p_policy jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_offer offer%ROWTYPE;
BEGIN
  UPDATE offer SET answer = p_answer, open_until = p_now
  WHERE id = p_id AND answer IS NULL AND expires_at > p_now RETURNING * INTO v_offer;
  IF FOUND THEN PERFORM return_offered(v_offer, p_now, p_now, p_policy); END IF;
END
$$;

-- Ends the open offer of an entry. The line is locked already.
CREATE OR REPLACE FUNCTION "decline_open_offer"(p_entry_id uuid, p_now timestamptz, p_policy jsonb) RETURNS void
LANGUAGE sql AS $$
  SELECT end_offer(o.id, 'declined', p_now, p_policy) FROM offer o
  WHERE o.entry_id = p_entry_id AND o.answer IS NULL AND o.expires_at > p_now
$$;

-- The places of an offer that can still be taken: nobody has them, and the week was not taken back.
CREATE FUNCTION "offered_slots"(p_offer offer) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM slot s JOIN week w ON w.id = s.week_id
  WHERE s.office = p_offer.office AND s.department = p_offer.department AND s.counter = p_offer.counter
    AND s.starts_at >= p_offer.starts_at AND s.starts_at < p_offer.ends_at AND s.open AND w.state = 'published'
$$;

-- Until when the mail that is about to be sent may promise the place; the promise holds from here on, whether or not the
-- mail server is heard to have taken it. Null: there is nothing to tell any more. An offer that cannot begin now, because
-- night falls, the place begins too soon, or the office took it back, is withdrawn.
CREATE FUNCTION "promise_offer"(p_id uuid, p_policy jsonb) RETURNS timestamptz
LANGUAGE plpgsql AS $$
DECLARE
  v_offer offer%ROWTYPE;
  v_entry waitlist_entry%ROWTYPE;
  v_now timestamptz;
  v_until timestamptz;
BEGIN
  SELECT * INTO v_offer FROM offer WHERE id = p_id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM lock_line(v_offer.office, v_offer.department);
  SELECT * INTO v_offer FROM offer WHERE id = p_id FOR UPDATE;
  SELECT * INTO v_entry FROM waitlist_entry WHERE id = v_offer.entry_id;
  v_now := portal_now();
  IF v_offer.answer IS NOT NULL OR v_offer.expires_at <= v_now
    OR v_entry.left_at IS NOT NULL OR v_entry.served_at IS NOT NULL THEN RETURN NULL; END IF;
  IF v_offer.told_at IS NOT NULL THEN RETURN v_offer.expires_at; END IF;

  v_until := v_now + make_interval(mins => (p_policy->>'offerMinutes')::int);
  IF v_now >= v_offer.send_until OR offers_rest(v_now, p_policy) OR offered_slots(v_offer) <> v_entry.units
    OR v_offer.starts_at < v_until + make_interval(mins => (p_policy->>'leadMinutes')::int) THEN
    -- What an earlier attempt promised is kept: that mail may have arrived.
    IF v_offer.promised_until IS NULL THEN PERFORM end_offer(p_id, 'withdrawn', v_now, p_policy); END IF;
    RETURN NULL;
  END IF;
  UPDATE offer SET promised_until = v_until, expires_at = greatest(send_until, v_until), open_until = greatest(send_until, v_until)
  WHERE id = p_id RETURNING * INTO v_offer;
  PERFORM return_offered(v_offer, v_offer.expires_at, v_now, p_policy);
  RETURN v_until;
END
$$;

-- The mail server has the mail of an offer: its time runs. Or it will never have it: the next is asked.
CREATE FUNCTION "tell_offer"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_offer offer%ROWTYPE;
  v_now timestamptz;
BEGIN
  SELECT * INTO v_offer FROM offer WHERE id = NEW.subject_id;
  IF NOT FOUND OR v_offer.answer IS NOT NULL OR v_offer.told_at IS NOT NULL THEN RETURN NULL; END IF;
  PERFORM lock_line(v_offer.office, v_offer.department);
  v_now := portal_now();
  IF NEW.sent_at IS NULL THEN
    PERFORM end_offer(v_offer.id, 'undeliverable', v_now, NEW.data->'policy');
    RETURN NULL;
  END IF;
  UPDATE offer SET told_at = NEW.sent_at, expires_at = until.at, open_until = until.at
  FROM (SELECT coalesce(v.promised_until, NEW.sent_at + make_interval(mins => (NEW.data->'policy'->>'offerMinutes')::int)) AS at
    FROM offer v WHERE v.id = NEW.subject_id) until
  WHERE id = NEW.subject_id AND answer IS NULL AND told_at IS NULL AND expires_at > v_now RETURNING offer.* INTO v_offer;
  IF FOUND THEN PERFORM return_offered(v_offer, v_offer.expires_at, v_now, NEW.data->'policy'); END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "message_of_offer_sent" AFTER UPDATE OF "sent_at" ON "message" FOR EACH ROW
  WHEN (NEW.kind = 'offer' AND NEW.data ? 'policy' AND OLD.sent_at IS NULL AND NEW.sent_at IS NOT NULL)
  EXECUTE FUNCTION "tell_offer"();
CREATE TRIGGER "message_of_offer_failed" AFTER UPDATE OF "failed_at" ON "message" FOR EACH ROW
  WHEN (NEW.kind = 'offer' AND NEW.data ? 'policy' AND OLD.failed_at IS NULL AND NEW.failed_at IS NOT NULL)
  EXECUTE FUNCTION "tell_offer"();

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

-- Offers places that are on their way back to the first in line whom they suit. One offer at a time for an entry, never
-- at night. The time to answer counts from when its mail is sent (promise_offer, tell_offer), for which there is a time,
-- too. Returns how many offers were made. p_policy: as for return_instant, and { unansweredAtMost, unsentMinutes }.
CREATE OR REPLACE FUNCTION "make_offers"(p_office text, p_department text, p_minutes int, p_policy jsonb) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  v_now timestamptz;
  v_offer_time interval := make_interval(mins => (p_policy->>'offerMinutes')::int);
  v_lead interval := make_interval(mins => (p_policy->>'leadMinutes')::int);
  v_earliest timestamptz;
  v_send_until timestamptz;
  v_entry waitlist_entry%ROWTYPE;
  v_place record;
  v_slots bigint[];
  v_offer uuid;
  v_public_at timestamptz;
  v_made int := 0;
BEGIN
  PERFORM lock_line(p_office, p_department);
  v_now := portal_now();
  PERFORM tidy_line(p_office, p_department, v_now, p_policy);
  IF offers_rest(v_now, p_policy) THEN RETURN 0; END IF;
  v_earliest := v_now + v_lead + v_offer_time;
  -- Mostly there is nothing to offer, however many wait.
  PERFORM FROM slot s WHERE s.office = p_office AND s.department = p_department
    AND s.public_at > v_now AND s.public_at < 'infinity' AND s.appointment_id IS NULL AND s.open AND s.starts_at >= v_earliest;
  IF NOT FOUND THEN RETURN 0; END IF;

  FOR v_entry IN
    SELECT * FROM in_line(p_office, p_department, v_now) e
    WHERE NOT EXISTS (SELECT FROM offer o WHERE o.entry_id = e.id AND o.open_until > v_now)
    ORDER BY e.urgency DESC, e.joined_at, e.id
  LOOP
    SELECT run.counter, run.starts_at, run.slots INTO v_place FROM (
      SELECT s.counter, s.starts_at,
        array_agg(s.id) OVER w AS slots, count(*) OVER w AS n, last_value(s.ends_at) OVER w AS ends_at
      FROM slot s JOIN week k ON k.id = s.week_id
      WHERE s.office = p_office AND s.department = p_department AND s.open AND k.state = 'published' AND k.release_at <= v_now
        AND s.public_at > v_now AND s.public_at < 'infinity' AND s.appointment_id IS NULL AND s.starts_at >= v_earliest
        AND NOT EXISTS (
          SELECT FROM offer o WHERE o.office = s.office AND o.department = s.department AND o.counter = s.counter
            AND o.starts_at < s.ends_at AND s.starts_at < o.ends_at
            -- Open for somebody, or already let pass by this one.
            AND (o.open_until > v_now OR (
              o.entry_id = v_entry.id AND o.offered_at > v_now - interval '1 day' AND o.answer IS DISTINCT FROM 'withdrawn'
            ))
        )
        -- Two could not be told of it in time: the mail server is away, and the place goes back to everybody.
        AND (
          SELECT count(*) FROM offer o WHERE o.office = s.office AND o.department = s.department AND o.counter = s.counter
            AND o.starts_at < s.ends_at AND s.starts_at < o.ends_at
            AND o.answer = 'unsent' AND o.open_until > v_now - interval '3 hours'
        ) < 2
      WINDOW w AS (PARTITION BY s.counter ORDER BY s.starts_at ROWS BETWEEN CURRENT ROW AND v_entry.units - 1 FOLLOWING)
    ) run
    WHERE run.n = v_entry.units AND run.ends_at = run.starts_at + make_interval(mins => v_entry.units * p_minutes)
      AND (v_entry.days = '{}' OR extract(isodow FROM run.starts_at AT TIME ZONE (p_policy->>'zone'))::smallint = ANY (v_entry.days))
      AND (v_entry.parts = '{}' OR
        CASE WHEN (run.starts_at AT TIME ZONE (p_policy->>'zone'))::time < '12:00' THEN 'morning' ELSE 'afternoon' END = ANY (v_entry.parts))
      AND (v_entry.replaces_id IS NULL OR run.starts_at < (SELECT a.starts_at FROM appointment a WHERE a.id = v_entry.replaces_id))
    ORDER BY run.starts_at, run.counter LIMIT 1;
    CONTINUE WHEN NOT FOUND;

    SELECT array_agg(l.id) INTO v_slots FROM (
      SELECT s.id FROM slot s WHERE s.id = ANY (v_place.slots) AND s.open AND s.appointment_id IS NULL AND s.public_at > v_now
      FOR UPDATE SKIP LOCKED
    ) l;
    CONTINUE WHEN cardinality(v_slots) IS DISTINCT FROM v_entry.units::int;

    -- How long the mail may take; of a place that begins soon, so long that others can still get it.
    v_send_until := v_now + greatest(v_offer_time, least(
      make_interval(mins => (p_policy->>'unsentMinutes')::int), v_place.starts_at - v_lead - v_offer_time - v_now));
    INSERT INTO offer (entry_id, office, department, counter, starts_at, ends_at, offered_at, send_until, expires_at, open_until)
    VALUES (v_entry.id, p_office, p_department, v_place.counter, v_place.starts_at,
      v_place.starts_at + make_interval(mins => v_entry.units * p_minutes), v_now, v_send_until, v_send_until, v_send_until)
    ON CONFLICT DO NOTHING RETURNING id INTO v_offer;
    CONTINUE WHEN v_offer IS NULL;
    -- The way back to everybody begins anew when this offer ends.
    v_public_at := return_instant(p_office, p_department, v_place.starts_at, v_send_until, p_policy);
    UPDATE slot s SET public_at = v_public_at WHERE s.id = ANY (v_slots);
    PERFORM send_message('offer', v_offer, v_now, jsonb_build_object('policy', p_policy));
    v_made := v_made + 1;
  END LOOP;
  RETURN v_made;
END
$$;

-- Takes what was offered: a new appointment, or the old one moved to it. Asked again it answers the same. An offer that
-- cannot be taken is over. Outcomes: accepted, offer_expired, slot_taken, limit_person, retry (the reference exists),
-- not_found.
CREATE OR REPLACE FUNCTION "accept_offer"(p_id uuid, p_minutes int, p_reference text, p_policy jsonb)
RETURNS TABLE (outcome text, appointment_id uuid)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_offer offer%ROWTYPE;
  v_entry waitlist_entry%ROWTYPE;
  v_slots bigint[];
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
    ELSE
      v_refusal := 'limit_person';
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
