-- Equality of text within exclusion constraints.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The one clock. The offset is set per session by the application, outside production only.
CREATE FUNCTION "portal_now"() RETURNS timestamptz
LANGUAGE sql VOLATILE AS $$
  SELECT clock_timestamp() + coalesce(nullif(current_setting('mawid.clock_offset', true), ''), 'PT0S')::interval
$$;

-- CreateEnum
CREATE TYPE "week_state" AS ENUM ('draft', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "appointment_state" AS ENUM ('held', 'confirmed', 'cancelled');

-- CreateTable
CREATE TABLE "week" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "state" "week_state" NOT NULL DEFAULT 'draft',
    "release_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,

    CONSTRAINT "week_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" BIGSERIAL NOT NULL,
    "week_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "counter" SMALLINT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "appointment_id" UUID,
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reference" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "concern" TEXT NOT NULL,
    "counter" SMALLINT NOT NULL,
    "units" SMALLINT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "appointment_state" NOT NULL DEFAULT 'held',
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "hold_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "occupied_until" TIMESTAMPTZ(3),
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "person_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "mail_key" TEXT NOT NULL,
    "phone" TEXT,
    "case_number" TEXT,
    "locale" TEXT NOT NULL,
    "idempotency_key" TEXT,
    "request_hash" TEXT,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment_event" (
    "id" BIGSERIAL NOT NULL,
    "appointment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appointment_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "appointment_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "office" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'clerk',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "staff_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" JSONB NOT NULL,

    CONSTRAINT "staff_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "week_office_department_week_key" ON "week"("office", "department", "week");

-- CreateIndex
CREATE INDEX "slot_office_department_starts_at_idx" ON "slot"("office", "department", "starts_at");

-- CreateIndex
CREATE INDEX "slot_appointment_id_idx" ON "slot"("appointment_id");

-- CreateIndex
CREATE INDEX "slot_week_id_idx" ON "slot"("week_id");

-- CreateIndex
CREATE UNIQUE INDEX "slot_office_department_counter_starts_at_key" ON "slot"("office", "department", "counter", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_reference_key" ON "appointment"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_idempotency_key_key" ON "appointment"("idempotency_key");

-- CreateIndex
CREATE INDEX "appointment_office_department_starts_at_idx" ON "appointment"("office", "department", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_mail_key_held_at_idx" ON "appointment"("mail_key", "held_at");

-- CreateIndex
CREATE INDEX "appointment_event_appointment_id_idx" ON "appointment_event"("appointment_id");

-- CreateIndex
CREATE INDEX "outbox_appointment_id_idx" ON "outbox"("appointment_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_user_email_key" ON "staff_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_key" ON "staff_session"("token");

-- CreateIndex
CREATE INDEX "staff_session_userId_idx" ON "staff_session"("userId");

-- CreateIndex
CREATE INDEX "staff_account_userId_idx" ON "staff_account"("userId");

-- CreateIndex
CREATE INDEX "staff_verification_identifier_idx" ON "staff_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "staff_rate_limit_key_key" ON "staff_rate_limit"("key");

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_week_id_fkey" FOREIGN KEY ("week_id") REFERENCES "week"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_event" ADD CONSTRAINT "appointment_event_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "staff_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_account" ADD CONSTRAINT "staff_account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "staff_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on what Prisma cannot express: the judges and the functions that write appointments.

-- One place, one appointment: two appointments may not use one counter at the same time, unless the first had given up
-- the place (expired hold, cancelled) before the second took it. An expired hold is free by this rule alone: the range of
-- its life has ended, and nothing has to be swept.
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_one_place" EXCLUDE USING gist (
  "office" WITH =, "department" WITH =, "counter" WITH =,
  tstzrange("starts_at", "ends_at") WITH &&,
  tstzrange("held_at", "occupied_until") WITH &&
);

-- One active appointment per person and department: it is active from the hold until it has expired, was cancelled or
-- is over. LEAST ignores an empty occupied_until (confirmed).
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_one_per_person" EXCLUDE USING gist (
  "office" WITH =, "department" WITH =, "person_key" WITH =,
  tstzrange("held_at", least("occupied_until", "ends_at")) WITH &&
);

ALTER TABLE "appointment" ADD CONSTRAINT "appointment_times" CHECK ("starts_at" < "ends_at" AND "held_at" <= "hold_expires_at");
ALTER TABLE "slot" ADD CONSTRAINT "slot_times" CHECK ("starts_at" < "ends_at");
ALTER TABLE "slot" ADD CONSTRAINT "slot_claim" CHECK ("appointment_id" IS NOT NULL OR "claimed_until" IS NULL);

CREATE INDEX "outbox_due" ON "outbox" ("next_attempt_at") WHERE "sent_at" IS NULL AND "failed_at" IS NULL;

-- Slots that an applicant can take now: published, released, open, and not claimed.
CREATE FUNCTION "free_slots"(
  p_office text, p_department text, p_from timestamptz, p_to timestamptz, p_now timestamptz
) RETURNS SETOF "slot"
LANGUAGE sql STABLE AS $$
  SELECT s.*
  FROM slot s JOIN week w ON w.id = s.week_id
  WHERE s.office = p_office AND s.department = p_department
    AND s.starts_at >= p_from AND s.starts_at < p_to
    AND s.open AND w.state = 'published' AND w.release_at <= p_now
    AND (s.appointment_id IS NULL OR s.claimed_until <= p_now)
$$;

-- Times at which p_units consecutive slots of one counter are free, with the number of such counters.
CREATE FUNCTION "free_times"(
  p_office text, p_department text, p_units int, p_minutes int, p_from timestamptz, p_to timestamptz, p_now timestamptz
) RETURNS TABLE (starts_at timestamptz, free int)
LANGUAGE sql STABLE AS $$
  SELECT run.starts_at, count(*)::int
  FROM (
    SELECT s.starts_at, lead(s.ends_at, p_units - 1) OVER (PARTITION BY s.counter ORDER BY s.starts_at) AS ends_at
    FROM free_slots(p_office, p_department, p_from, p_to, p_now) s
  ) run
  WHERE run.ends_at = run.starts_at + make_interval(mins => p_units * p_minutes)
  GROUP BY run.starts_at
  ORDER BY run.starts_at
$$;

-- Takes p_units consecutive slots of one counter for p_hold, or says why not. One statement, one short transaction.
-- Losers of a race do not wait: a row that somebody else is just taking counts as taken (SKIP LOCKED).
-- Outcomes: held, replayed, idempotency_mismatch, outside_window, slot_taken, limit_person, limit_mail, retry.
CREATE FUNCTION "hold_appointment"(
  p_office text, p_department text, p_concern text, p_units int, p_minutes int, p_starts_at timestamptz,
  p_lead interval, p_hold interval, p_mail_limit int, p_zone text,
  p_reference text, p_given_name text, p_family_name text, p_birth_date date, p_person_key text,
  p_email text, p_mail_key text, p_phone text, p_case_number text, p_locale text,
  p_idempotency_key text, p_request_hash text
) RETURNS TABLE (outcome text, decided_at timestamptz, id uuid, reference text, starts_at timestamptz, ends_at timestamptz, hold_expires_at timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_now timestamptz := portal_now();
  v_ends_at timestamptz := p_starts_at + make_interval(mins => p_units * p_minutes);
  v_counter smallint;
  v_slots bigint[];
  v_id uuid;
  v_known appointment%ROWTYPE;
BEGIN
  IF p_idempotency_key IS NOT NULL THEN
    -- The same request sent twice at once waits here for its twin, or it would find the place taken by itself.
    PERFORM pg_advisory_xact_lock(hashtextextended(p_idempotency_key, 1));
    SELECT * INTO v_known FROM appointment a WHERE a.idempotency_key = p_idempotency_key;
    IF FOUND THEN
      RETURN QUERY SELECT CASE WHEN v_known.request_hash = p_request_hash THEN 'replayed' ELSE 'idempotency_mismatch' END,
        v_now, v_known.id, v_known.reference, v_known.starts_at, v_known.ends_at, v_known.hold_expires_at;
      RETURN;
    END IF;
  END IF;

  IF p_starts_at < v_now + p_lead OR NOT EXISTS (
    SELECT FROM slot s JOIN week w ON w.id = s.week_id
    WHERE s.office = p_office AND s.department = p_department AND s.starts_at = p_starts_at
      AND w.state = 'published' AND w.release_at <= v_now
  ) THEN
    RETURN QUERY SELECT 'outside_window', v_now, NULL::uuid, NULL::text, NULL::timestamptz, NULL::timestamptz, NULL::timestamptz;
    RETURN;
  END IF;

  -- Any counter with the whole run free will do; a random order spreads simultaneous applicants over the counters.
  FOR v_counter IN
    SELECT f.counter FROM free_slots(p_office, p_department, p_starts_at, v_ends_at, v_now) f
    GROUP BY f.counter HAVING count(*) = p_units ORDER BY random()
  LOOP
    SELECT array_agg(taken.id) INTO v_slots FROM (
      SELECT s.id FROM slot s
      WHERE s.office = p_office AND s.department = p_department AND s.counter = v_counter
        AND s.starts_at >= p_starts_at AND s.starts_at < v_ends_at
        AND s.open AND (s.appointment_id IS NULL OR s.claimed_until <= v_now)
      ORDER BY s.starts_at
      FOR UPDATE SKIP LOCKED
    ) taken;
    EXIT WHEN cardinality(v_slots) = p_units;
    v_slots := NULL;
  END LOOP;

  IF v_slots IS NULL THEN
    RETURN QUERY SELECT 'slot_taken', v_now, NULL::uuid, NULL::text, NULL::timestamptz, NULL::timestamptz, NULL::timestamptz;
    RETURN;
  END IF;

  -- Read again now that the slots are ours: the place may have been given up since the first look.
  v_now := portal_now();

  -- Two requests of one mail address count one after the other.
  PERFORM pg_advisory_xact_lock(hashtextextended(p_mail_key, 0));
  IF (
    SELECT count(*) FROM appointment a
    WHERE a.mail_key = p_mail_key AND a.state = 'held'
      AND a.held_at >= date_trunc('day', v_now, p_zone)
  ) >= p_mail_limit THEN
    RETURN QUERY SELECT 'limit_mail', v_now, NULL::uuid, NULL::text, NULL::timestamptz, NULL::timestamptz, NULL::timestamptz;
    RETURN;
  END IF;

  INSERT INTO appointment AS a (
    reference, office, department, concern, counter, units, starts_at, ends_at, held_at, hold_expires_at, occupied_until,
    given_name, family_name, birth_date, person_key, email, mail_key, phone, case_number, locale, idempotency_key, request_hash
  ) VALUES (
    p_reference, p_office, p_department, p_concern, v_counter, p_units, p_starts_at, v_ends_at, v_now, v_now + p_hold, v_now + p_hold,
    p_given_name, p_family_name, p_birth_date, p_person_key, p_email, p_mail_key, p_phone, p_case_number, p_locale,
    p_idempotency_key, p_request_hash
  ) ON CONFLICT DO NOTHING RETURNING a.id INTO v_id;

  -- Nothing was stored: the reference exists already, the same request came twice at once, the person has an appointment,
  -- or (which the locks above should have ruled out) the place is occupied.
  IF v_id IS NULL THEN
    RETURN QUERY SELECT CASE
        WHEN EXISTS (SELECT FROM appointment a WHERE a.reference = p_reference OR a.idempotency_key = p_idempotency_key) THEN 'retry'
        WHEN EXISTS (
          SELECT FROM appointment a WHERE a.office = p_office AND a.department = p_department AND a.person_key = p_person_key
            AND tstzrange(a.held_at, least(a.occupied_until, a.ends_at)) && tstzrange(v_now, v_now + p_hold)
        ) THEN 'limit_person'
        ELSE 'slot_taken' END,
      v_now, NULL::uuid, NULL::text, NULL::timestamptz, NULL::timestamptz, NULL::timestamptz;
    RETURN;
  END IF;

  UPDATE slot s SET appointment_id = v_id, claimed_until = v_now + p_hold WHERE s.id = ANY (v_slots);
  INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (v_id, 'held', 'applicant', v_now);
  INSERT INTO outbox (kind, appointment_id, created_at, next_attempt_at) VALUES ('hold', v_id, v_now, v_now);
  RETURN QUERY SELECT 'held', v_now, v_id, p_reference, p_starts_at, v_ends_at, v_now + p_hold;
END
$$;

-- Makes an appointment of a hold; asked again it answers the same. Outcomes: confirmed, hold_expired, not_found.
-- The clock is read after the locks are held, so that nothing can expire between the check and the write.
CREATE FUNCTION "confirm_appointment"(p_id uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_appointment appointment%ROWTYPE;
  v_slots int;
  v_now timestamptz;
BEGIN
  SELECT * INTO v_appointment FROM appointment WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF v_appointment.state = 'confirmed' THEN RETURN 'confirmed'; END IF;
  IF v_appointment.state = 'cancelled' THEN RETURN 'hold_expired'; END IF;

  SELECT count(*) INTO v_slots FROM (SELECT FROM slot WHERE appointment_id = p_id ORDER BY id FOR UPDATE) mine;
  v_now := portal_now();
  IF v_slots <> v_appointment.units OR v_appointment.hold_expires_at <= v_now THEN RETURN 'hold_expired'; END IF;

  UPDATE appointment SET state = 'confirmed', confirmed_at = v_now, occupied_until = NULL WHERE id = p_id;
  UPDATE slot SET claimed_until = NULL WHERE appointment_id = p_id;
  INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (p_id, 'confirmed', 'applicant', v_now);
  INSERT INTO outbox (kind, appointment_id, created_at, next_attempt_at) VALUES ('confirmed', p_id, v_now, v_now);
  RETURN 'confirmed';
END
$$;

-- Gives the place back; asked again it answers the same. Outcomes: cancelled, too_late (it has begun), hold_expired, not_found.
CREATE FUNCTION "cancel_appointment"(p_id uuid, p_actor text) RETURNS text
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
  IF v_appointment.starts_at <= v_now THEN RETURN 'too_late'; END IF;

  UPDATE appointment SET state = 'cancelled', cancelled_at = v_now, occupied_until = v_now WHERE id = p_id;
  UPDATE slot SET appointment_id = NULL, claimed_until = NULL WHERE appointment_id = p_id;
  INSERT INTO appointment_event (appointment_id, kind, actor, at) VALUES (p_id, 'cancelled', p_actor, v_now);
  INSERT INTO outbox (kind, appointment_id, created_at, next_attempt_at) VALUES ('cancelled', p_id, v_now, v_now);
  RETURN 'cancelled';
END
$$;
