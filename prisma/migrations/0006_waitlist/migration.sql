-- The waiting list: joining, pausing, leaving, offers and their answers. Why it is so: docs/decisions/0010-freed-places.md.

-- AlterTable
ALTER TABLE "appointment" ADD COLUMN "placed_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "waitlist_entry_mail_key_idx" ON "waitlist_entry"("mail_key");

-- From here on what Prisma cannot express.

-- A place is occupied from when the appointment got it, and not from when the appointment began: else nothing could be
-- moved to a place that somebody else had in between and gave up.
ALTER TABLE "appointment" DROP CONSTRAINT "appointment_one_place";
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_one_place" EXCLUDE USING gist (
  "office" WITH =, "department" WITH =, "counter" WITH =,
  tstzrange("starts_at", "ends_at") WITH &&, tstzrange(coalesce("placed_at", "held_at"), "occupied_until") WITH &&
);

-- The second half of a move, for slots that are locked already.
CREATE OR REPLACE FUNCTION "take_place"(
  p_id uuid, p_counter smallint, p_slots bigint[], p_starts_at timestamptz, p_minutes int, p_actor text, p_policy jsonb
) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_from timestamptz;
  v_now timestamptz := portal_now();
BEGIN
  SELECT starts_at INTO v_from FROM appointment WHERE id = p_id;
  BEGIN
    UPDATE appointment SET counter = p_counter, starts_at = p_starts_at, placed_at = v_now,
      ends_at = p_starts_at + make_interval(mins => units * p_minutes), sequence = sequence + 1, coming_at = NULL
    WHERE id = p_id;
  EXCEPTION WHEN exclusion_violation THEN
    -- The judge, should ever a lock be missing.
    RETURN 'slot_taken';
  END;
  PERFORM return_slots(p_id, p_slots, false, v_now, p_policy);
  UPDATE slot SET appointment_id = p_id, claimed_until = NULL, public_at = NULL WHERE id = ANY (p_slots);
  INSERT INTO appointment_event (appointment_id, kind, actor, at, data)
  VALUES (p_id, 'moved', p_actor, v_now, jsonb_build_object('from', v_from, 'to', p_starts_at));
  PERFORM send_message('moved', p_id, v_now, jsonb_build_object('from', v_from));
  PERFORM send_reminders(p_id, v_now);
  RETURN 'moved';
END
$$;

-- One hand deals in each department: whatever changes a line or an offer goes one after the other, so that the order is
-- kept, nobody is offered two places, and no place is offered twice. Taken before any row.
CREATE FUNCTION "lock_line"(p_office text, p_department text) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended(p_office || '/' || p_department, 2))
$$;

-- Whether a wall time lies in the night of the policy; a night may go over midnight, and from = to is none.
CREATE FUNCTION "is_night"(p_at timestamptz, p_policy jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN n.from <= n.to THEN n.wall >= n.from AND n.wall < n.to ELSE n.wall >= n.from OR n.wall < n.to END
  FROM (SELECT (p_at AT TIME ZONE (p_policy->>'zone'))::time AS wall,
    (p_policy->'night'->>0)::time AS from, (p_policy->'night'->>1)::time AS to) n
$$;

-- Whether nothing is offered: an offer that begins now would lie in the night, or end in it.
CREATE FUNCTION "offers_rest"(p_at timestamptz, p_policy jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT is_night(p_at, p_policy)
    OR is_night(p_at + make_interval(mins => coalesce((p_policy->>'offerMinutes')::int, 0)) - interval '1 millisecond', p_policy)
$$;

-- Who waits and can be asked, in order: by urgency, then by the time of joining. Somebody who has an appointment in the
-- department is not asked, unless it is the one that an earlier place is to replace.
CREATE FUNCTION "in_line"(p_office text, p_department text, p_now timestamptz) RETURNS SETOF "waitlist_entry"
LANGUAGE sql STABLE AS $$
  SELECT e.* FROM waitlist_entry e
  WHERE e.office = p_office AND e.department = p_department AND e.confirmed_at IS NOT NULL
    AND e.left_at IS NULL AND e.served_at IS NULL AND e.paused_at IS NULL
    AND CASE WHEN e.replaces_id IS NOT NULL THEN EXISTS (
        SELECT FROM appointment a WHERE a.id = e.replaces_id AND a.state = 'confirmed' AND a.starts_at > p_now
      ) ELSE NOT EXISTS (
        SELECT FROM jsonb_array_elements(e.persons) person
        JOIN appointment_person p ON p.person_key = person->>'key'
        WHERE p.office = e.office AND p.department = e.department AND p.active @> p_now
      ) END
  ORDER BY e.urgency DESC, e.joined_at, e.id
$$;

-- When a place that is given up now opens to everybody: at a random moment, so that nobody can wait for it with a
-- program, nor pass it on to somebody by giving it up. While somebody waits and nothing is offered, the time counts from
-- the morning on, if the place can still be offered then. A place that begins soon comes back early enough to be taken,
-- at a random moment too. p_policy: { zone, leadMinutes, returnMinutes: [least, most], night: [from, to], offerMinutes }.
CREATE OR REPLACE FUNCTION "return_instant"(
  p_office text, p_department text, p_starts_at timestamptz, p_now timestamptz, p_policy jsonb
) RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_least interval := make_interval(mins => (p_policy->'returnMinutes'->>0)::int);
  v_most interval := make_interval(mins => (p_policy->'returnMinutes'->>1)::int);
  v_offer interval := make_interval(mins => coalesce((p_policy->>'offerMinutes')::int, 0));
  v_last timestamptz := p_starts_at - make_interval(mins => (p_policy->>'leadMinutes')::int);
  v_wall timestamp := p_now AT TIME ZONE (p_policy->>'zone');
  v_to time := (p_policy->'night'->>1)::time;
  v_morning timestamptz;
  v_base timestamptz := p_now;
  v_until timestamptz;
BEGIN
  IF offers_rest(p_now, p_policy) AND EXISTS (SELECT FROM in_line(p_office, p_department, p_now)) THEN
    v_morning := (v_wall::date + CASE WHEN v_wall::time >= v_to THEN 1 ELSE 0 END + v_to) AT TIME ZONE (p_policy->>'zone');
    IF v_morning + v_offer <= v_last THEN v_base := v_morning; END IF;
  END IF;
  v_until := least(v_base + v_most, greatest(v_last - interval '30 minutes', least(v_base + v_least + interval '20 minutes', v_last)));
  RETURN v_base + v_least + random() * greatest(v_until - v_base - v_least, interval '0');
END
$$;

-- Gives back slots that an appointment had, all but p_keep; all of them at the same moment, so that the place stays whole.
CREATE OR REPLACE FUNCTION "return_slots"(p_id uuid, p_keep bigint[], p_close boolean, p_now timestamptz, p_policy jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_first slot%ROWTYPE;
  v_public_at timestamptz;
BEGIN
  SELECT * INTO v_first FROM slot WHERE appointment_id = p_id AND id <> ALL (p_keep) ORDER BY starts_at LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;
  v_public_at := return_instant(v_first.office, v_first.department, v_first.starts_at, p_now, p_policy);
  UPDATE slot SET appointment_id = NULL, claimed_until = NULL, open = open AND NOT p_close, public_at = v_public_at
  WHERE appointment_id = p_id AND id <> ALL (p_keep);
END
$$;

-- Ends the open offer of an entry; the way of its place back to everybody begins anew. The line is locked already.
CREATE FUNCTION "decline_open_offer"(p_entry_id uuid, p_now timestamptz, p_policy jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_offer offer%ROWTYPE;
  v_public_at timestamptz;
BEGIN
  UPDATE offer SET answer = 'declined', open_until = p_now
  WHERE entry_id = p_entry_id AND answer IS NULL AND expires_at > p_now RETURNING * INTO v_offer;
  IF NOT FOUND THEN RETURN; END IF;
  v_public_at := return_instant(v_offer.office, v_offer.department, v_offer.starts_at, p_now, p_policy);
  UPDATE slot SET public_at = v_public_at
  WHERE office = v_offer.office AND department = v_offer.department AND counter = v_offer.counter
    AND starts_at >= v_offer.starts_at AND starts_at < v_offer.ends_at AND appointment_id IS NULL AND public_at > p_now;
END
$$;

-- Joins the line of a department. Whoever is on it already stays where they are, and only their own mail tells so: the
-- answer to the outside is the same. An entry whose mail was not confirmed gives way to a newer one with another address.
-- With p_replaces (an appointment whose management link was used) nothing is left to confirm. At most p_mails mails a day
-- go to one address. Returns the entry.
CREATE FUNCTION "join_waitlist"(
  p_office text, p_department text, p_concern text, p_further_concerns text[], p_units int, p_persons jsonb,
  p_email text, p_mail_key text, p_phone text, p_case_number text, p_locale text,
  p_days smallint[], p_parts text[], p_urgency int, p_reason text, p_replaces uuid, p_mails int, p_policy jsonb
) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_now timestamptz;
  v_known waitlist_entry%ROWTYPE;
  v_id uuid;
  v_mail_key text := p_mail_key;
BEGIN
  PERFORM lock_line(p_office, p_department);
  v_now := portal_now();
  SELECT * INTO v_known FROM waitlist_entry
  WHERE office = p_office AND department = p_department AND person_key = p_persons->0->>'key'
    AND left_at IS NULL AND served_at IS NULL;

  IF v_known.confirmed_at IS NULL AND (v_known.mail_key <> p_mail_key OR v_known.joined_at <= v_now - interval '24 hours')
    OR p_replaces IS NOT NULL AND v_known.mail_key <> p_mail_key THEN
    UPDATE waitlist_entry SET left_at = v_now WHERE id = v_known.id;
    PERFORM decline_open_offer(v_known.id, v_now, p_policy);
    v_known := NULL;
  END IF;

  IF v_known.id IS NULL THEN
    INSERT INTO waitlist_entry (
      office, department, concern, further_concerns, units, persons, person_key, email, mail_key, phone, case_number, locale,
      days, parts, urgency, reason, replaces_id, joined_at, confirmed_at
    ) VALUES (
      p_office, p_department, p_concern, p_further_concerns, p_units, p_persons, p_persons->0->>'key', p_email, p_mail_key,
      p_phone, p_case_number, p_locale, p_days, p_parts, p_urgency, p_reason, p_replaces, v_now,
      CASE WHEN p_replaces IS NOT NULL THEN v_now END
    ) RETURNING id INTO v_id;
  ELSE
    v_id := v_known.id;
    v_mail_key := v_known.mail_key;
    IF p_replaces IS NOT NULL OR v_known.confirmed_at IS NULL THEN
      PERFORM decline_open_offer(v_id, v_now, p_policy);
      UPDATE waitlist_entry SET concern = p_concern, further_concerns = p_further_concerns, units = p_units, persons = p_persons,
        phone = p_phone, case_number = p_case_number, locale = p_locale, days = p_days, parts = p_parts,
        urgency = greatest(urgency, p_urgency), reason = CASE WHEN urgency > p_urgency THEN reason ELSE p_reason END,
        replaces_id = p_replaces, paused_at = NULL, unanswered = 0,
        confirmed_at = CASE WHEN p_replaces IS NOT NULL THEN coalesce(confirmed_at, v_now) END
      WHERE id = v_id;
    END IF;
  END IF;

  IF p_replaces IS NULL AND (
    SELECT count(*) FROM message m JOIN waitlist_entry e ON e.id = m.subject_id
    WHERE e.mail_key = v_mail_key AND m.kind = 'waitlist_joined' AND m.created_at > v_now - interval '24 hours'
  ) < p_mails THEN
    PERFORM send_message('waitlist_joined', v_id, v_now);
  END IF;
  RETURN v_id;
END
$$;

-- What the owner of an entry does with it: confirm, pause, resume, leave. Done again it stays done. An entry that was not
-- confirmed within a day counts as left. Outcomes: done, over (left or served), not_found.
CREATE FUNCTION "change_waiting"(p_id uuid, p_step text, p_policy jsonb) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_entry waitlist_entry%ROWTYPE;
  v_now timestamptz;
BEGIN
  SELECT * INTO v_entry FROM waitlist_entry WHERE id = p_id;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  PERFORM lock_line(v_entry.office, v_entry.department);
  SELECT * INTO v_entry FROM waitlist_entry WHERE id = p_id;
  v_now := portal_now();
  IF v_entry.left_at IS NOT NULL OR v_entry.served_at IS NOT NULL
    OR (v_entry.confirmed_at IS NULL AND v_entry.joined_at <= v_now - interval '24 hours') THEN
    RETURN CASE WHEN p_step = 'leave' THEN 'done' ELSE 'over' END;
  END IF;
  CASE p_step
    WHEN 'confirm' THEN UPDATE waitlist_entry SET confirmed_at = coalesce(confirmed_at, v_now) WHERE id = p_id;
    WHEN 'resume' THEN UPDATE waitlist_entry SET paused_at = NULL, unanswered = 0 WHERE id = p_id;
    WHEN 'pause' THEN UPDATE waitlist_entry SET paused_at = coalesce(paused_at, v_now) WHERE id = p_id;
    WHEN 'leave' THEN UPDATE waitlist_entry SET left_at = v_now WHERE id = p_id;
  END CASE;
  IF p_step IN ('pause', 'leave') THEN PERFORM decline_open_offer(p_id, v_now, p_policy); END IF;
  RETURN 'done';
END
$$;

-- Says no to an offer; the place in line stays. Outcomes: declined, offer_expired, accepted, not_found.
CREATE FUNCTION "decline_offer"(p_id uuid, p_policy jsonb) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_offer offer%ROWTYPE;
  v_now timestamptz;
BEGIN
  SELECT * INTO v_offer FROM offer WHERE id = p_id;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  PERFORM lock_line(v_offer.office, v_offer.department);
  SELECT * INTO v_offer FROM offer WHERE id = p_id;
  v_now := portal_now();
  IF v_offer.answer IN ('accepted', 'declined') THEN RETURN v_offer.answer; END IF;
  IF v_offer.answer IS NOT NULL OR v_offer.expires_at <= v_now THEN RETURN 'offer_expired'; END IF;
  PERFORM decline_open_offer(v_offer.entry_id, v_now, p_policy);
  UPDATE waitlist_entry SET unanswered = 0 WHERE id = v_offer.entry_id;
  RETURN 'declined';
END
$$;

-- What time alone does to a line: offers run out, and entries end. The line is locked already.
CREATE FUNCTION "tidy_line"(p_office text, p_department text, p_now timestamptz, p_policy jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_entry waitlist_entry%ROWTYPE;
BEGIN
  -- Who let an offer pass keeps the place in line, but after several the entry rests until its owner says otherwise.
  FOR v_entry IN
    WITH expired AS (
      UPDATE offer SET answer = 'expired' WHERE office = p_office AND department = p_department
        AND answer IS NULL AND expires_at <= p_now RETURNING entry_id
    )
    UPDATE waitlist_entry e SET unanswered = e.unanswered + 1,
      paused_at = CASE WHEN e.unanswered + 1 >= (p_policy->>'unansweredAtMost')::int THEN p_now ELSE e.paused_at END
    FROM expired WHERE e.id = expired.entry_id RETURNING e.*
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
-- at night. Returns how many offers were made. p_policy: as for return_instant, and { unansweredAtMost }.
CREATE OR REPLACE FUNCTION "make_offers"(p_office text, p_department text, p_minutes int, p_policy jsonb) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  v_now timestamptz;
  v_offer_time interval := make_interval(mins => (p_policy->>'offerMinutes')::int);
  v_earliest timestamptz;
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
  v_earliest := v_now + make_interval(mins => (p_policy->>'leadMinutes')::int) + v_offer_time;
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
            AND (o.open_until > v_now OR (o.entry_id = v_entry.id AND o.offered_at > v_now - interval '1 day'))
        )
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

    INSERT INTO offer (entry_id, office, department, counter, starts_at, ends_at, offered_at, expires_at, open_until)
    VALUES (v_entry.id, p_office, p_department, v_place.counter, v_place.starts_at,
      v_place.starts_at + make_interval(mins => v_entry.units * p_minutes), v_now, v_now + v_offer_time, v_now + v_offer_time)
    ON CONFLICT DO NOTHING RETURNING id INTO v_offer;
    CONTINUE WHEN v_offer IS NULL;
    -- The way back to everybody begins anew when this offer ends.
    v_public_at := return_instant(p_office, p_department, v_place.starts_at, v_now + v_offer_time, p_policy);
    UPDATE slot s SET public_at = v_public_at WHERE s.id = ANY (v_slots);
    PERFORM send_message('offer', v_offer, v_now);
    v_made := v_made + 1;
  END LOOP;
  RETURN v_made;
END
$$;

-- Takes what was offered: a new appointment, or the old one moved to it. Asked again it answers the same.
-- Outcomes: accepted, offer_expired, slot_taken, limit_person, retry (the reference exists), not_found.
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
  v_moved text;
BEGIN
  SELECT * INTO v_offer FROM offer o WHERE o.id = p_id;
  IF NOT FOUND THEN RETURN QUERY SELECT 'not_found', NULL::uuid; RETURN; END IF;
  PERFORM lock_line(v_offer.office, v_offer.department);
  SELECT * INTO v_offer FROM offer o WHERE o.id = p_id FOR UPDATE;
  IF v_offer.answer = 'accepted' THEN RETURN QUERY SELECT 'accepted', v_offer.appointment_id; RETURN; END IF;
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
    RETURN QUERY SELECT 'slot_taken', NULL::uuid; RETURN;
  END IF;

  IF v_id IS NOT NULL THEN
    v_moved := take_place(v_id, v_offer.counter, v_slots, v_offer.starts_at, p_minutes, 'applicant', p_policy);
    IF v_moved <> 'moved' THEN RETURN QUERY SELECT v_moved, NULL::uuid; RETURN; END IF;
  ELSE
    v_id := gen_random_uuid();
    IF NOT write_persons(v_id, v_offer.office, v_offer.department, v_entry.persons, tstzrange(v_now, v_offer.ends_at)) THEN
      RETURN QUERY SELECT 'limit_person', NULL::uuid; RETURN;
    END IF;
    INSERT INTO appointment (
      id, reference, office, department, concern, further_concerns, counter, units, starts_at, ends_at, state, held_at,
      hold_expires_at, confirmed_at, given_name, family_name, birth_date, person_key, email, mail_key, phone, case_number, locale
    ) VALUES (
      v_id, p_reference, v_offer.office, v_offer.department, v_entry.concern, v_entry.further_concerns, v_offer.counter,
      v_entry.units, v_offer.starts_at, v_offer.ends_at, 'confirmed', v_now, v_now, v_now, v_entry.persons->0->>'givenName',
      v_entry.persons->0->>'familyName', (v_entry.persons->0->>'birthDate')::date, v_entry.person_key, v_entry.email,
      v_entry.mail_key, v_entry.phone, v_entry.case_number, v_entry.locale
    ) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      DELETE FROM appointment_person p WHERE p.appointment_id = v_id;
      RETURN QUERY SELECT CASE WHEN EXISTS (SELECT FROM appointment a WHERE a.reference = p_reference) THEN 'retry' ELSE 'slot_taken' END, NULL::uuid;
      RETURN;
    END IF;
    UPDATE slot s SET appointment_id = v_id, claimed_until = NULL, public_at = NULL WHERE s.id = ANY (v_slots);
    INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (v_id, 'confirmed', 'applicant', v_now);
    PERFORM send_message('confirmed', v_id, v_now);
    PERFORM send_reminders(v_id, v_now);
  END IF;
  UPDATE offer o SET answer = 'accepted', appointment_id = v_id, open_until = v_now WHERE o.id = p_id;
  UPDATE waitlist_entry e SET served_at = v_now, unanswered = 0 WHERE e.id = v_entry.id;
  RETURN QUERY SELECT 'accepted', v_id;
END
$$;
