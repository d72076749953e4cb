-- The whole life of an appointment: several concerns and persons, extending, moving, attendance, the waiting list, and
-- the delayed return of freed places. Concurrency is explained in docs/decisions/0002 and 0010.

ALTER TYPE "appointment_state" ADD VALUE 'checked_in';
ALTER TYPE "appointment_state" ADD VALUE 'served';
ALTER TYPE "appointment_state" ADD VALUE 'missed';

-- AlterTable
ALTER TABLE "appointment"
  ADD COLUMN "further_concerns" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "sequence" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "extended_at" TIMESTAMPTZ(3),
  ADD COLUMN "coming_at" TIMESTAMPTZ(3),
  ADD COLUMN "open_documents" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "documents_shared_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "appointment_event" ADD COLUMN "data" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "slot" ADD COLUMN "public_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "appointment_person" (
    "appointment_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "office" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "person_key" TEXT NOT NULL,
    "active" tstzrange NOT NULL,

    CONSTRAINT "appointment_person_pkey" PRIMARY KEY ("appointment_id", "position")
);

-- CreateTable
CREATE TABLE "waitlist_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "concern" TEXT NOT NULL,
    "further_concerns" TEXT[] NOT NULL DEFAULT '{}',
    "units" SMALLINT NOT NULL,
    "persons" JSONB NOT NULL,
    "person_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "mail_key" TEXT NOT NULL,
    "phone" TEXT,
    "case_number" TEXT,
    "locale" TEXT NOT NULL,
    "days" SMALLINT[] NOT NULL DEFAULT '{}',
    "parts" TEXT[] NOT NULL DEFAULT '{}',
    "urgency" SMALLINT NOT NULL DEFAULT 0,
    "reason" TEXT,
    "replaces_id" UUID,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "served_at" TIMESTAMPTZ(3),
    "unanswered" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "waitlist_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "entry_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "counter" SMALLINT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "open_until" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "appointment_id" UUID,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- Mails of every subject, not of appointments alone.
ALTER TABLE "outbox" RENAME TO "message";
ALTER TABLE "message" RENAME COLUMN "appointment_id" TO "subject_id";
ALTER TABLE "message" DROP CONSTRAINT "outbox_appointment_id_fkey";
ALTER TABLE "message" RENAME CONSTRAINT "outbox_pkey" TO "message_pkey";
ALTER SEQUENCE "outbox_id_seq" RENAME TO "message_id_seq";
ALTER INDEX "outbox_appointment_id_idx" RENAME TO "message_subject_id_idx";
ALTER INDEX "outbox_due" RENAME TO "message_due";
ALTER TABLE "message"
  ADD COLUMN "data" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "due_at" TIMESTAMPTZ(3),
  ADD COLUMN "skipped_at" TIMESTAMPTZ(3);
UPDATE "message" SET "due_at" = "created_at";
ALTER TABLE "message" ALTER COLUMN "due_at" SET NOT NULL;
DROP INDEX "message_due";
CREATE INDEX "message_due" ON "message" ("next_attempt_at")
  WHERE "sent_at" IS NULL AND "failed_at" IS NULL AND "skipped_at" IS NULL;

-- CreateIndex
CREATE INDEX "waitlist_entry_office_department_urgency_joined_at_idx"
  ON "waitlist_entry"("office", "department", "urgency" DESC, "joined_at");

-- CreateIndex
CREATE INDEX "offer_entry_id_idx" ON "offer"("entry_id");

-- CreateIndex
CREATE INDEX "appointment_person_person_key_idx" ON "appointment_person"("person_key");

-- AddForeignKey
ALTER TABLE "appointment_person" ADD CONSTRAINT "appointment_person_appointment_id_fkey"
  FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Persons are written before their appointment, because they decide whether there may be one.
ALTER TABLE "appointment_person" ALTER CONSTRAINT "appointment_person_appointment_id_fkey" DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_entry_id_fkey"
  FOREIGN KEY ("entry_id") REFERENCES "waitlist_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_appointment_id_fkey"
  FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_replaces_id_fkey"
  FOREIGN KEY ("replaces_id") REFERENCES "appointment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- From here on what Prisma cannot express.

INSERT INTO "appointment_person" ("appointment_id", "position", "office", "department", "given_name", "family_name", "birth_date", "person_key", "active")
SELECT "id", 0, "office", "department", "given_name", "family_name", "birth_date", "person_key",
  tstzrange("held_at", least("occupied_until", "ends_at"))
FROM "appointment";

-- One active appointment per person and department, for everybody who comes along. The predicate is the appointment's
-- life, as before; the trigger below keeps it.
ALTER TABLE "appointment" DROP CONSTRAINT "appointment_one_per_person";
ALTER TABLE "appointment_person" ADD CONSTRAINT "appointment_one_per_person" EXCLUDE USING gist (
  "office" WITH =, "department" WITH =, "person_key" WITH =, "active" WITH &&
);

CREATE FUNCTION "keep_persons_active"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE appointment_person SET active = tstzrange(NEW.held_at, least(NEW.occupied_until, NEW.ends_at))
  WHERE appointment_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "appointment_persons" AFTER UPDATE OF "occupied_until", "ends_at" ON "appointment"
  FOR EACH ROW WHEN (OLD.occupied_until IS DISTINCT FROM NEW.occupied_until OR OLD.ends_at <> NEW.ends_at)
  EXECUTE FUNCTION "keep_persons_active"();

-- One entry per person and department; one offer at a time for an entry, and for a place.
CREATE UNIQUE INDEX "waitlist_entry_one_per_person" ON "waitlist_entry" ("office", "department", "person_key")
  WHERE "left_at" IS NULL AND "served_at" IS NULL;
ALTER TABLE "offer" ADD CONSTRAINT "offer_one_per_entry" EXCLUDE USING gist (
  "entry_id" WITH =, tstzrange("offered_at", "open_until") WITH &&
);
ALTER TABLE "offer" ADD CONSTRAINT "offer_one_per_place" EXCLUDE USING gist (
  "office" WITH =, "department" WITH =, "counter" WITH =,
  tstzrange("starts_at", "ends_at") WITH &&, tstzrange("offered_at", "open_until") WITH &&
);
ALTER TABLE "offer" ADD CONSTRAINT "offer_times" CHECK ("starts_at" < "ends_at" AND "offered_at" <= "open_until");
CREATE INDEX "slot_returning" ON "slot" ("office", "department", "public_at") WHERE "public_at" IS NOT NULL;

-- Puts a mail into the queue, in the transaction of what it tells about. It goes out from p_at on.
CREATE FUNCTION "send_message"(
  p_kind text, p_subject_id uuid, p_at timestamptz DEFAULT portal_now(), p_data jsonb DEFAULT '{}'
) RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO message (kind, subject_id, data, created_at, due_at, next_attempt_at)
  VALUES (p_kind, p_subject_id, p_data, portal_now(), p_at, p_at) RETURNING id
$$;

-- Slots that an applicant can take now: published, released, open, not claimed, and open to everybody.
CREATE OR REPLACE FUNCTION "free_slots"(
  p_office text, p_department text, p_from timestamptz, p_to timestamptz, p_now timestamptz
) RETURNS SETOF "slot"
LANGUAGE sql STABLE AS $$
  SELECT s.*
  FROM slot s JOIN week w ON w.id = s.week_id
  WHERE s.office = p_office AND s.department = p_department
    AND s.starts_at >= p_from AND s.starts_at < p_to
    AND s.open AND w.state = 'published' AND w.release_at <= p_now
    AND (s.appointment_id IS NULL OR s.claimed_until <= p_now)
    AND (s.public_at IS NULL OR s.public_at <= p_now)
$$;

-- Locks p_units consecutive free slots of one counter; empty when there are none. Losers of a race do not wait: a row
-- that somebody else is just taking counts as taken (SKIP LOCKED). Slots of p_own count as free: a move may overlap.
CREATE FUNCTION "lock_run"(
  p_office text, p_department text, p_units int, p_minutes int, p_starts_at timestamptz, p_own uuid DEFAULT NULL
) RETURNS TABLE (counter smallint, slots bigint[])
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_now timestamptz := portal_now();
  v_ends_at timestamptz := p_starts_at + make_interval(mins => p_units * p_minutes);
  v_counter smallint;
  v_slots bigint[];
BEGIN
  -- Any counter with the whole run free will do; a random order spreads simultaneous applicants over the counters.
  FOR v_counter IN
    SELECT f.counter FROM (
      SELECT s.counter, s.id FROM free_slots(p_office, p_department, p_starts_at, v_ends_at, v_now) s
      UNION SELECT s.counter, s.id FROM slot s
        WHERE s.appointment_id = p_own AND s.starts_at >= p_starts_at AND s.starts_at < v_ends_at
    ) f
    GROUP BY f.counter HAVING count(*) = p_units ORDER BY random()
  LOOP
    SELECT array_agg(taken.id ORDER BY taken.id) INTO v_slots FROM (
      SELECT s.id FROM slot s
      WHERE s.office = p_office AND s.department = p_department AND s.counter = v_counter
        AND s.starts_at >= p_starts_at AND s.starts_at < v_ends_at
        AND s.open AND (s.appointment_id IS NULL OR s.claimed_until <= v_now OR s.appointment_id = p_own)
        AND (s.public_at IS NULL OR s.public_at <= v_now OR s.appointment_id = p_own)
      ORDER BY s.starts_at
      FOR UPDATE SKIP LOCKED
    ) taken;
    IF cardinality(v_slots) = p_units THEN
      -- The week may have been taken back and planned anew between the first look and the lock.
      PERFORM FROM slot s JOIN week w ON w.id = s.week_id
        WHERE s.id = ANY (v_slots) AND (w.state <> 'published' OR w.release_at > portal_now());
      IF FOUND THEN RETURN; END IF;
      RETURN QUERY SELECT v_counter, v_slots;
      RETURN;
    END IF;
  END LOOP;
END
$$;

-- Whether a place can be asked for at all: it begins late enough, and there is such a time in a week that is open.
CREATE FUNCTION "is_bookable"(
  p_office text, p_department text, p_starts_at timestamptz, p_lead interval, p_now timestamptz
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT p_starts_at >= p_now + p_lead AND EXISTS (
    SELECT FROM slot s JOIN week w ON w.id = s.week_id
    WHERE s.office = p_office AND s.department = p_department AND s.starts_at = p_starts_at
      AND w.state = 'published' AND w.release_at <= p_now
  )
$$;

-- Writes the persons of an appointment, unless one of them has an active one in the department: then nothing is written.
-- Sorted by key, so that two families with common members never wait for each other in a circle.
CREATE FUNCTION "write_persons"(
  p_id uuid, p_office text, p_department text, p_persons jsonb, p_active tstzrange
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_written int;
BEGIN
  INSERT INTO appointment_person (appointment_id, position, office, department, given_name, family_name, birth_date, person_key, active)
  SELECT p_id, (p.at - 1)::smallint, p_office, p_department, p.person->>'givenName', p.person->>'familyName',
    (p.person->>'birthDate')::date, p.person->>'key', p_active
  FROM jsonb_array_elements(p_persons) WITH ORDINALITY AS p (person, at)
  ORDER BY p.person->>'key'
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_written = ROW_COUNT;
  IF v_written = jsonb_array_length(p_persons) THEN RETURN true; END IF;
  DELETE FROM appointment_person WHERE appointment_id = p_id;
  RETURN false;
END
$$;

DROP FUNCTION "hold_appointment"(
  text, text, text, int, int, timestamptz, interval, interval, int, text, text, text, text, date, text, text, text, text, text, text, text, text
);

-- Takes p_units consecutive slots of one counter for p_hold, or says why not. One statement, one short transaction.
-- p_persons: [{ givenName, familyName, birthDate, key }], the applicant first.
-- Outcomes: held, replayed, idempotency_mismatch, outside_window, slot_taken, limit_person, limit_mail, retry.
CREATE FUNCTION "hold_appointment"(
  p_office text, p_department text, p_concern text, p_further_concerns text[], p_units int, p_minutes int,
  p_starts_at timestamptz, p_lead interval, p_hold interval, p_mail_limit int, p_zone text,
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

  IF NOT is_bookable(p_office, p_department, p_starts_at, p_lead, v_now) THEN
    v_outcome := 'outside_window';
  ELSE
    SELECT r.counter, r.slots INTO v_counter, v_slots
      FROM lock_run(p_office, p_department, p_units, p_minutes, p_starts_at) r;
    -- Read again now that the slots are ours: the place may have been given up since the first look.
    v_now := portal_now();
    IF v_slots IS NULL THEN
      v_outcome := 'slot_taken';
    ELSE
      -- Two requests of one mail address count one after the other.
      PERFORM pg_advisory_xact_lock(hashtextextended(p_mail_key, 0));
      IF (
        SELECT count(*) FROM appointment a
        WHERE a.mail_key = p_mail_key AND a.state = 'held'
          AND a.held_at >= date_trunc('day', v_now, p_zone)
      ) >= p_mail_limit THEN
        v_outcome := 'limit_mail';
      ELSIF NOT write_persons(v_id, p_office, p_department, p_persons, tstzrange(v_now, v_now + p_hold)) THEN
        v_outcome := 'limit_person';
      END IF;
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

-- Gives a hold more time, once. Outcomes: extended, already_extended, hold_expired, not_found.
CREATE FUNCTION "extend_hold"(p_id uuid, p_by interval) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_appointment appointment%ROWTYPE;
  v_slots int;
  v_now timestamptz;
BEGIN
  SELECT * INTO v_appointment FROM appointment WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  SELECT count(*) INTO v_slots FROM (SELECT FROM slot WHERE appointment_id = p_id ORDER BY id FOR UPDATE) mine;
  v_now := portal_now();
  IF v_appointment.state <> 'held' OR v_slots <> v_appointment.units OR v_appointment.hold_expires_at <= v_now THEN
    RETURN 'hold_expired';
  END IF;
  IF v_appointment.extended_at IS NOT NULL THEN RETURN 'already_extended'; END IF;

  UPDATE appointment SET extended_at = v_now, hold_expires_at = hold_expires_at + p_by, occupied_until = hold_expires_at + p_by
  WHERE id = p_id;
  UPDATE slot SET claimed_until = claimed_until + p_by WHERE appointment_id = p_id;
  INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (p_id, 'extended', 'applicant', v_now);
  RETURN 'extended';
END
$$;

-- Reminders 72 and 24 hours before an appointment, as far as these still lie ahead. They carry the sequence of the
-- appointment: one that has been moved since is reminded of by its newer ones only.
CREATE FUNCTION "send_reminders"(p_id uuid, p_now timestamptz) RETURNS void
LANGUAGE sql AS $$
  SELECT send_message('reminder_' || h, a.id, a.starts_at - make_interval(hours => h), jsonb_build_object('sequence', a.sequence))
  FROM appointment a, unnest(ARRAY[72, 24]) h
  WHERE a.id = p_id AND a.starts_at - make_interval(hours => h) > p_now
$$;

-- Makes an appointment of a hold; asked again it answers the same. Outcomes: confirmed, hold_expired, not_found.
-- The clock is read after the locks are held, so that nothing can expire between the check and the write.
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

  UPDATE appointment SET state = 'confirmed', confirmed_at = v_now, occupied_until = NULL WHERE id = p_id;
  UPDATE slot SET claimed_until = NULL WHERE appointment_id = p_id;
  INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (p_id, 'confirmed', 'applicant', v_now);
  PERFORM send_message('confirmed', p_id, v_now);
  PERFORM send_reminders(p_id, v_now);
  RETURN 'confirmed';
END
$$;

-- When a place that is given up now opens to everybody: at a random moment, so that nobody can wait for it with a
-- program; in the night not before the morning, while somebody is on the waiting list. A place that begins soon comes
-- back early enough to be taken. p_policy: { zone, leadMinutes, returnMinutes: [least, most], night: [from, to] }.
CREATE FUNCTION "return_instant"(
  p_office text, p_department text, p_starts_at timestamptz, p_now timestamptz, p_policy jsonb
) RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_least interval := make_interval(mins => (p_policy->'returnMinutes'->>0)::int);
  v_most interval := make_interval(mins => (p_policy->'returnMinutes'->>1)::int);
  v_wall timestamp := p_now AT TIME ZONE (p_policy->>'zone');
  v_from time := (p_policy->'night'->>0)::time;
  v_to time := (p_policy->'night'->>1)::time;
  v_base timestamptz := p_now;
BEGIN
  IF (v_wall::time >= v_from OR v_wall::time < v_to) AND EXISTS (
    SELECT FROM waitlist_entry e WHERE e.office = p_office AND e.department = p_department
      AND e.confirmed_at IS NOT NULL AND e.left_at IS NULL AND e.served_at IS NULL AND e.paused_at IS NULL
  ) THEN
    v_base := (v_wall::date + CASE WHEN v_wall::time >= v_from THEN 1 ELSE 0 END + v_to) AT TIME ZONE (p_policy->>'zone');
  END IF;
  RETURN greatest(
    p_now + v_least,
    least(
      v_base + v_least + random() * (v_most - v_least),
      p_starts_at - make_interval(mins => (p_policy->>'leadMinutes')::int) - interval '30 minutes'
    )
  );
END
$$;

-- Gives back slots that an appointment had, all but p_keep. Outcomes: none.
CREATE FUNCTION "return_slots"(p_id uuid, p_keep bigint[], p_close boolean, p_now timestamptz, p_policy jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_first slot%ROWTYPE;
BEGIN
  SELECT * INTO v_first FROM slot WHERE appointment_id = p_id AND id <> ALL (p_keep) ORDER BY starts_at LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE slot SET appointment_id = NULL, claimed_until = NULL, open = open AND NOT p_close,
    public_at = return_instant(v_first.office, v_first.department, v_first.starts_at, p_now, p_policy)
  WHERE appointment_id = p_id AND id <> ALL (p_keep);
END
$$;

DROP FUNCTION "cancel_appointment"(uuid, text);

-- Gives the place back; asked again it answers the same. p_close: the office cannot give the place at all, so it is not
-- offered again. Outcomes: cancelled, too_late (it has begun), hold_expired, not_found.
CREATE FUNCTION "cancel_appointment"(p_id uuid, p_actor text, p_kind text, p_close boolean, p_policy jsonb) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_appointment appointment%ROWTYPE;
  v_now timestamptz;
BEGIN
  SELECT * INTO v_appointment FROM appointment WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF v_appointment.state = 'cancelled' THEN RETURN 'cancelled'; END IF;

  PERFORM FROM slot WHERE appointment_id = p_id ORDER BY id FOR UPDATE;
  v_now := portal_now();
  IF v_appointment.state = 'held' AND v_appointment.hold_expires_at <= v_now THEN RETURN 'hold_expired'; END IF;
  IF v_appointment.state NOT IN ('held', 'confirmed') OR v_appointment.starts_at <= v_now THEN RETURN 'too_late'; END IF;

  UPDATE appointment SET state = 'cancelled', cancelled_at = v_now, occupied_until = v_now, sequence = sequence + 1
  WHERE id = p_id;
  PERFORM return_slots(p_id, '{}', p_close, v_now, p_policy);
  INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (p_id, p_kind, p_actor, v_now);
  PERFORM send_message(CASE WHEN p_close THEN 'cancelled_by_office' ELSE 'cancelled' END, p_id, v_now);
  RETURN 'cancelled';
END
$$;

-- Moves a confirmed appointment to another time; the old place is given up only when the new one is had. To where it is
-- already it moves without a change. Outcomes: moved, slot_taken, outside_window, too_late, not_confirmed, not_found.
CREATE FUNCTION "move_appointment"(
  p_id uuid, p_minutes int, p_starts_at timestamptz, p_lead interval, p_actor text, p_policy jsonb
) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_appointment appointment%ROWTYPE;
  v_counter smallint;
  v_slots bigint[];
  v_now timestamptz;
BEGIN
  SELECT * INTO v_appointment FROM appointment WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF v_appointment.state <> 'confirmed' THEN RETURN 'not_confirmed'; END IF;
  v_now := portal_now();
  IF v_appointment.starts_at <= v_now THEN RETURN 'too_late'; END IF;
  IF v_appointment.starts_at = p_starts_at THEN RETURN 'moved'; END IF;
  IF NOT is_bookable(v_appointment.office, v_appointment.department, p_starts_at, p_lead, v_now) THEN
    RETURN 'outside_window';
  END IF;

  -- Nobody but who has this appointment, or takes the week back, locks these rows: waiting here ends in no circle.
  PERFORM FROM slot WHERE appointment_id = p_id ORDER BY id FOR UPDATE;
  SELECT r.counter, r.slots INTO v_counter, v_slots
    FROM lock_run(v_appointment.office, v_appointment.department, v_appointment.units, p_minutes, p_starts_at, p_id) r;
  IF v_slots IS NULL THEN RETURN 'slot_taken'; END IF;
  RETURN take_place(p_id, v_counter, v_slots, p_starts_at, p_minutes, p_actor, p_policy);
END
$$;

-- The second half of a move, for slots that are locked already.
CREATE FUNCTION "take_place"(
  p_id uuid, p_counter smallint, p_slots bigint[], p_starts_at timestamptz, p_minutes int, p_actor text, p_policy jsonb
) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_from timestamptz;
  v_now timestamptz := portal_now();
BEGIN
  SELECT starts_at INTO v_from FROM appointment WHERE id = p_id;
  BEGIN
    UPDATE appointment SET counter = p_counter, starts_at = p_starts_at,
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

-- Offers places that are on their way back to the first on the waiting list whom they suit: by urgency, then by the time
-- of joining. One offer at a time for an entry, never at night. Returns how many offers were made.
-- p_policy: as for return_instant, and { offerMinutes, unansweredAtMost }.
CREATE FUNCTION "make_offers"(p_office text, p_department text, p_minutes int, p_policy jsonb) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  v_now timestamptz;
  v_wall timestamp;
  v_entry waitlist_entry%ROWTYPE;
  v_place record;
  v_slots bigint[];
  v_offer uuid;
  v_made int := 0;
BEGIN
  -- One hand deals, so that the order is kept.
  PERFORM pg_advisory_xact_lock(hashtextextended(p_office || '/' || p_department, 2));
  v_now := portal_now();
  v_wall := v_now AT TIME ZONE (p_policy->>'zone');

  -- Who let an offer pass keeps the place in line, but after several the entry rests until its owner says otherwise.
  WITH expired AS (
    UPDATE offer SET answer = 'expired' WHERE office = p_office AND department = p_department
      AND answer IS NULL AND expires_at <= v_now RETURNING entry_id
  )
  UPDATE waitlist_entry e SET unanswered = e.unanswered + 1,
    paused_at = CASE WHEN e.unanswered + 1 >= (p_policy->>'unansweredAtMost')::int THEN v_now ELSE e.paused_at END
  FROM expired WHERE e.id = expired.entry_id;

  IF v_wall::time >= (p_policy->'night'->>0)::time OR v_wall::time < (p_policy->'night'->>1)::time THEN RETURN 0; END IF;

  FOR v_entry IN
    SELECT * FROM waitlist_entry e
    WHERE e.office = p_office AND e.department = p_department AND e.confirmed_at IS NOT NULL
      AND e.left_at IS NULL AND e.served_at IS NULL AND e.paused_at IS NULL
      AND NOT EXISTS (SELECT FROM offer o WHERE o.entry_id = e.id AND o.open_until > v_now)
    ORDER BY e.urgency DESC, e.joined_at, e.id
  LOOP
    SELECT run.counter, run.starts_at, run.slots INTO v_place FROM (
      SELECT s.counter, s.starts_at,
        array_agg(s.id) OVER w AS slots, count(*) OVER w AS n, last_value(s.ends_at) OVER w AS ends_at
      FROM slot s JOIN week k ON k.id = s.week_id
      WHERE s.office = p_office AND s.department = p_department AND s.open AND k.state = 'published' AND k.release_at <= v_now
        AND s.public_at > v_now AND s.public_at < 'infinity' AND s.appointment_id IS NULL
        AND s.starts_at >= v_now + make_interval(mins => (p_policy->>'leadMinutes')::int + (p_policy->>'offerMinutes')::int)
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
      v_place.starts_at + make_interval(mins => v_entry.units * p_minutes), v_now,
      v_now + make_interval(mins => (p_policy->>'offerMinutes')::int), v_now + make_interval(mins => (p_policy->>'offerMinutes')::int))
    ON CONFLICT DO NOTHING RETURNING id INTO v_offer;
    CONTINUE WHEN v_offer IS NULL;
    -- The way back to everybody begins anew when this offer ends.
    UPDATE slot s SET public_at = return_instant(p_office, p_department, v_place.starts_at,
      v_now + make_interval(mins => (p_policy->>'offerMinutes')::int), p_policy) WHERE s.id = ANY (v_slots);
    PERFORM send_message('offer', v_offer, v_now);
    v_made := v_made + 1;
  END LOOP;
  RETURN v_made;
END
$$;

-- Takes what was offered: a new appointment, or the old one moved to it. Asked again it answers the same.
-- Outcomes: accepted, offer_expired, slot_taken, limit_person, not_found.
CREATE FUNCTION "accept_offer"(p_id uuid, p_minutes int, p_reference text, p_policy jsonb)
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
  SELECT * INTO v_offer FROM offer o WHERE o.id = p_id FOR UPDATE;
  IF NOT FOUND THEN RETURN QUERY SELECT 'not_found', NULL::uuid; RETURN; END IF;
  IF v_offer.answer = 'accepted' THEN RETURN QUERY SELECT 'accepted', v_offer.appointment_id; RETURN; END IF;
  SELECT * INTO v_entry FROM waitlist_entry e WHERE e.id = v_offer.entry_id FOR UPDATE;

  -- An appointment that is to be moved is locked before slots, as everywhere.
  IF v_entry.replaces_id IS NOT NULL THEN
    SELECT a.id INTO v_id FROM appointment a WHERE a.id = v_entry.replaces_id AND a.state = 'confirmed' FOR UPDATE;
    PERFORM FROM slot s WHERE s.appointment_id = v_id ORDER BY s.id FOR UPDATE;
  END IF;
  SELECT array_agg(l.id ORDER BY l.id) INTO v_slots FROM (
    SELECT s.id FROM slot s
    WHERE s.office = v_offer.office AND s.department = v_offer.department AND s.counter = v_offer.counter
      AND s.starts_at >= v_offer.starts_at AND s.starts_at < v_offer.ends_at AND s.open AND s.appointment_id IS NULL
    ORDER BY s.id FOR UPDATE
  ) l;
  v_now := portal_now();
  IF v_offer.answer IS NOT NULL OR v_offer.expires_at <= v_now OR v_entry.left_at IS NOT NULL THEN
    RETURN QUERY SELECT 'offer_expired', NULL::uuid; RETURN;
  END IF;
  IF cardinality(v_slots) IS DISTINCT FROM v_entry.units::int THEN
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
