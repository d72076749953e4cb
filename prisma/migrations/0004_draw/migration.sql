-- The draw (docs/draw.md): people enter for the places of a week, then chance decides, once.

-- CreateEnum
CREATE TYPE "week_mode" AS ENUM ('first_come', 'draw');

-- AlterTable
ALTER TABLE "week" ADD COLUMN "mode" "week_mode" NOT NULL DEFAULT 'first_come';

-- CreateTable
CREATE TABLE "draw" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "week_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "policy" JSONB NOT NULL,
    "seed" BYTEA NOT NULL,
    "commitment" TEXT NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL,
    "drawn_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "record" JSON,

    CONSTRAINT "draw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draw_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "draw_id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "person_key" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "email" TEXT NOT NULL,
    "mail_key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "concern" TEXT NOT NULL,
    "units" SMALLINT NOT NULL,
    "days" TEXT[] NOT NULL DEFAULT '{}',
    "parts" TEXT[] NOT NULL DEFAULT '{}',
    "permit_expires_on" DATE,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "appointment_id" UUID,

    CONSTRAINT "draw_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "draw_office_department_closes_at_idx" ON "draw"("office", "department", "closes_at");

-- CreateIndex
CREATE INDEX "draw_entry_person_key_idx" ON "draw_entry"("person_key");

-- CreateIndex
CREATE INDEX "draw_entry_draw_id_mail_key_idx" ON "draw_entry"("draw_id", "mail_key");

-- CreateIndex
CREATE INDEX "draw_entry_appointment_id_idx" ON "draw_entry"("appointment_id");

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_week_id_fkey" FOREIGN KEY ("week_id") REFERENCES "week"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_entry" ADD CONSTRAINT "draw_entry_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_entry" ADD CONSTRAINT "draw_entry_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- From here on what Prisma cannot express.

-- One entry that counts per person and draw, and one draw that counts per week.
CREATE UNIQUE INDEX "draw_entry_one_per_person" ON "draw_entry" ("draw_id", "person_key")
  WHERE "confirmed_at" IS NOT NULL AND "withdrawn_at" IS NULL;
CREATE UNIQUE INDEX "draw_one_per_week" ON "draw" ("office", "department", "week") WHERE "cancelled_at" IS NULL;
CREATE INDEX "draw_due" ON "draw" ("closes_at") WHERE "drawn_at" IS NULL AND "cancelled_at" IS NULL;

ALTER TABLE "draw" ADD CONSTRAINT "draw_times" CHECK ("opens_at" < "closes_at" AND "closes_at" <= "drawn_at");
-- Whatever writes it: a seed that was not committed to is no seed of this draw, and a draw is drawn with its record.
ALTER TABLE "draw" ADD CONSTRAINT "draw_commitment" CHECK ("commitment" = encode(sha256("seed"), 'hex'));
ALTER TABLE "draw" ADD CONSTRAINT "draw_recorded" CHECK (("drawn_at" IS NULL) = ("record" IS NULL));
ALTER TABLE "draw_entry" ADD CONSTRAINT "draw_entry_outcome" CHECK (
  ("outcome" IN ('won', 'lost', 'excluded') AND "confirmed_at" IS NOT NULL AND "withdrawn_at" IS NULL) OR "outcome" IS NULL
);

-- What was announced and what was drawn stays as it is.
CREATE FUNCTION "keep_draw"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.drawn_at IS NOT NULL OR ROW(NEW.seed, NEW.commitment, NEW.opens_at, NEW.closes_at, NEW.policy::text)
      IS DISTINCT FROM ROW(OLD.seed, OLD.commitment, OLD.opens_at, OLD.closes_at, OLD.policy::text) THEN
    RAISE EXCEPTION 'a draw cannot be changed after it was announced, nor its result after it was drawn';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "draw_stays" BEFORE UPDATE OF
  "office", "department", "week", "opens_at", "closes_at", "policy", "seed", "commitment", "drawn_at", "record", "cancelled_at"
  ON "draw" FOR EACH ROW EXECUTE FUNCTION "keep_draw"();

-- Why nobody can enter a draw now, or null. The row is locked as its foreign keys lock it: many can enter at once, and
-- the draw, which locks it for itself, waits for them. So who has passed here is counted, and the clock is read after
-- the lock.
CREATE FUNCTION "draw_refusal"(p_draw uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_draw draw%ROWTYPE;
  v_now timestamptz;
BEGIN
  SELECT * INTO v_draw FROM draw WHERE id = p_draw FOR KEY SHARE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  v_now := portal_now();
  RETURN CASE
    WHEN v_draw.cancelled_at IS NOT NULL OR v_draw.closes_at <= v_now THEN 'closed'
    WHEN v_draw.opens_at > v_now THEN 'not_open'
  END;
END
$$;

-- Whether a person has an appointment in the department that is not over.
CREATE FUNCTION "has_appointment"(p_office text, p_department text, p_person_key text, p_now timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM appointment_person p
    WHERE p.office = p_office AND p.department = p_department AND p.person_key = p_person_key AND p.active @> p_now
  )
$$;

-- Writes an entry that counts once its mail's button is pressed. Outcomes: entered, not_open, closed, not_found,
-- limit_person (has an entry or an appointment), limit_mail.
CREATE FUNCTION "enter_draw"(
  p_draw uuid, p_pseudonym text, p_person_key text, p_given_name text, p_family_name text, p_birth_date date,
  p_email text, p_mail_key text, p_locale text, p_concern text, p_units int, p_days text[], p_parts text[],
  p_permit_expires_on date, p_unconfirmed_limit int, p_mail_limit int
) RETURNS TABLE (outcome text, id uuid)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_refusal text := draw_refusal(p_draw);
  v_now timestamptz := portal_now();
  v_id uuid;
BEGIN
  IF v_refusal IS NULL AND EXISTS (
    SELECT FROM draw d WHERE d.id = p_draw AND (
      has_appointment(d.office, d.department, p_person_key, v_now) OR EXISTS (
        SELECT FROM draw_entry e WHERE e.draw_id = d.id AND e.person_key = p_person_key
          AND e.confirmed_at IS NOT NULL AND e.withdrawn_at IS NULL
      )
    )
  ) THEN
    v_refusal := 'limit_person';
  END IF;
  IF v_refusal IS NULL THEN
    -- Two entries of one mail address count one after the other.
    PERFORM pg_advisory_xact_lock(hashtextextended(p_mail_key, 0));
    IF EXISTS (
      SELECT FROM draw_entry e WHERE e.draw_id = p_draw AND e.mail_key = p_mail_key AND e.withdrawn_at IS NULL
      HAVING count(*) >= p_mail_limit OR count(*) FILTER (WHERE e.confirmed_at IS NULL) >= p_unconfirmed_limit
    ) THEN
      v_refusal := 'limit_mail';
    END IF;
  END IF;
  IF v_refusal IS NOT NULL THEN
    RETURN QUERY SELECT v_refusal, NULL::uuid;
    RETURN;
  END IF;

  INSERT INTO draw_entry AS e (
    draw_id, pseudonym, person_key, given_name, family_name, birth_date, email, mail_key, locale, concern, units, days,
    parts, permit_expires_on, entered_at
  ) VALUES (
    p_draw, p_pseudonym, p_person_key, p_given_name, p_family_name, p_birth_date, p_email, p_mail_key, p_locale, p_concern,
    p_units, p_days, p_parts, p_permit_expires_on, v_now
  ) RETURNING e.id INTO v_id;
  PERFORM send_message('draw_entry', v_id, v_now);
  RETURN QUERY SELECT 'entered', v_id;
END
$$;

-- Makes an entry count; asked again it answers the same. Outcomes: confirmed, closed, limit_person, not_found.
CREATE FUNCTION "confirm_draw_entry"(p_id uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_draw uuid;
  v_refusal text;
  v_entry draw_entry%ROWTYPE;
BEGIN
  -- The draw is locked before its entries, as by the draw itself, so that the two never wait for each other in a circle.
  SELECT draw_id INTO v_draw FROM draw_entry WHERE id = p_id;
  v_refusal := draw_refusal(v_draw);
  SELECT * INTO v_entry FROM draw_entry WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF v_entry.withdrawn_at IS NOT NULL THEN RETURN 'closed'; END IF;
  IF v_entry.confirmed_at IS NOT NULL THEN RETURN 'confirmed'; END IF;
  IF v_refusal IS NOT NULL THEN RETURN v_refusal; END IF;
  BEGIN
    UPDATE draw_entry SET confirmed_at = portal_now() WHERE id = p_id;
  EXCEPTION WHEN unique_violation THEN
    RETURN 'limit_person';
  END;
  RETURN 'confirmed';
END
$$;

-- Takes an entry back; asked again it answers the same. Outcomes: withdrawn, closed, not_found.
CREATE FUNCTION "withdraw_draw_entry"(p_id uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_draw uuid;
  v_refusal text;
  v_entry draw_entry%ROWTYPE;
BEGIN
  SELECT draw_id INTO v_draw FROM draw_entry WHERE id = p_id;
  v_refusal := draw_refusal(v_draw);
  SELECT * INTO v_entry FROM draw_entry WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF v_entry.withdrawn_at IS NOT NULL THEN RETURN 'withdrawn'; END IF;
  IF v_refusal IS NOT NULL THEN RETURN v_refusal; END IF;
  UPDATE draw_entry SET withdrawn_at = portal_now() WHERE id = p_id;
  RETURN 'withdrawn';
END
$$;

-- Whose turn it is to run a draw: the instant of the draw for the one who may, null for everybody else, because it has run,
-- was cancelled or has not closed. First the week is locked, then the draw, as where a week is withdrawn.
CREATE FUNCTION "take_draw"(p_draw uuid) RETURNS timestamptz
LANGUAGE plpgsql AS $$
DECLARE
  v_draw draw%ROWTYPE;
  v_now timestamptz;
BEGIN
  PERFORM FROM week w JOIN draw d ON d.week_id = w.id WHERE d.id = p_draw FOR UPDATE OF w;
  SELECT * INTO v_draw FROM draw WHERE id = p_draw FOR UPDATE;
  v_now := portal_now();
  RETURN CASE
    WHEN v_draw.drawn_at IS NULL AND v_draw.cancelled_at IS NULL AND v_draw.closes_at <= v_now THEN v_now
  END;
END
$$;

-- The entries that count, with the draws that their persons lost in the department since the last one they won.
CREATE FUNCTION "counting_entries"(p_draw uuid, p_now timestamptz) RETURNS TABLE (
  id uuid, pseudonym text, units int, days text[], parts text[], permit_expires_on text, earlier_losses int, excluded boolean
) LANGUAGE sql STABLE AS $$
  SELECT e.id, e.pseudonym, e.units::int, e.days, e.parts, e.permit_expires_on::text,
    (
      SELECT count(*)::int FROM draw_entry l JOIN draw o ON o.id = l.draw_id
      WHERE l.person_key = e.person_key AND l.outcome = 'lost' AND o.office = d.office AND o.department = d.department
        AND o.drawn_at > coalesce((
          SELECT max(w.drawn_at) FROM draw_entry v JOIN draw w ON w.id = v.draw_id
          WHERE v.person_key = e.person_key AND v.outcome = 'won' AND w.office = d.office AND w.department = d.department
        ), '-infinity')
    ),
    has_appointment(d.office, d.department, e.person_key, p_now)
  FROM draw_entry e JOIN draw d ON d.id = e.draw_id
  WHERE e.draw_id = p_draw AND e.confirmed_at IS NOT NULL AND e.withdrawn_at IS NULL
  ORDER BY e.pseudonym
$$;

-- Puts the same mail to many into the queue: what send_message does for one, in two statements.
CREATE FUNCTION "send_messages"(p_kind text, p_subjects uuid[], p_at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_ids bigint[];
  v_start timestamptz := clock_timestamp() + (p_at - portal_now());
BEGIN
  IF cardinality(p_subjects) = 0 THEN RETURN; END IF;
  WITH written AS (
    INSERT INTO message (kind, subject_id, data, created_at, due_at)
    SELECT p_kind, subject, '{}', portal_now(), p_at FROM unnest(p_subjects) subject RETURNING id
  )
  SELECT array_agg(id ORDER BY id) INTO v_ids FROM written;
  INSERT INTO pgboss.job (
    name, data, singleton_key, start_after, keep_until, expire_seconds, deletion_seconds, heartbeat_seconds,
    retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter
  )
  SELECT q.name, jsonb_build_object('message', m.id), m.id::text, v_start, v_start + make_interval(secs => q.retention_seconds),
    q.expire_seconds, q.deletion_seconds, q.heartbeat_seconds,
    q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter
  FROM pgboss.queue q, unnest(v_ids) AS m (id) WHERE q.name = 'mail';
  -- Better no draw than one whose mails nobody will send.
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no queue for mails; scripts/migrate.mjs makes it'; END IF;
END
$$;

-- The winners of a draw as rows. p_won: [{ entry, appointment, reference, counter, startsAt, endsAt }].
CREATE FUNCTION "draw_winners"(p_won jsonb) RETURNS TABLE (
  entry uuid, appointment uuid, reference text, counter smallint, starts_at timestamptz, ends_at timestamptz
) LANGUAGE sql IMMUTABLE AS $$
  SELECT w."entry", w."appointment", w."reference", w."counter", w."startsAt", w."endsAt"
  FROM jsonb_to_recordset(p_won) AS w (
    "entry" uuid, "appointment" uuid, "reference" text, "counter" smallint, "startsAt" timestamptz, "endsAt" timestamptz
  )
$$;

-- Writes the result of a draw in one go: appointments with their persons, events, mails and reminders for who has won,
-- mails for the others, and the places that nobody has won to everybody. The constraints of the appointments judge every
-- row.
CREATE FUNCTION "write_draw"(
  p_draw uuid, p_now timestamptz, p_won jsonb, p_excluded uuid[], p_record json
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_draw draw%ROWTYPE;
  v_claimed int;
  v_due int;
BEGIN
  SELECT * INTO v_draw FROM draw WHERE id = p_draw;

  -- Sorted by key, as where appointments of families are written.
  INSERT INTO appointment_person (appointment_id, position, office, department, given_name, family_name, birth_date, person_key, active)
  SELECT w.appointment, 0, v_draw.office, v_draw.department, e.given_name, e.family_name, e.birth_date, e.person_key,
    tstzrange(p_now, w.ends_at)
  FROM draw_winners(p_won) w JOIN draw_entry e ON e.id = w.entry ORDER BY e.person_key;
  INSERT INTO appointment (
    id, reference, office, department, concern, counter, units, starts_at, ends_at, state, held_at, hold_expires_at,
    confirmed_at, given_name, family_name, birth_date, person_key, email, mail_key, locale
  )
  SELECT w.appointment, w.reference, v_draw.office, v_draw.department, e.concern, w.counter, e.units, w.starts_at,
    w.ends_at, 'confirmed', p_now, p_now, p_now, e.given_name, e.family_name, e.birth_date, e.person_key, e.email,
    e.mail_key, e.locale
  FROM draw_winners(p_won) w JOIN draw_entry e ON e.id = w.entry;
  INSERT INTO appointment_event (appointment_id, kind, actor, at, data)
  SELECT w.appointment, 'confirmed', 'draw', p_now, jsonb_build_object('draw', p_draw) FROM draw_winners(p_won) w;

  UPDATE slot s SET appointment_id = w.appointment, claimed_until = NULL FROM draw_winners(p_won) w
  WHERE s.week_id = v_draw.week_id AND s.counter = w.counter AND s.starts_at >= w.starts_at AND s.starts_at < w.ends_at
    AND s.open AND s.appointment_id IS NULL;
  GET DIAGNOSTICS v_claimed = ROW_COUNT;
  SELECT coalesce(sum(e.units), 0) INTO v_due FROM draw_winners(p_won) w JOIN draw_entry e ON e.id = w.entry;
  IF v_claimed <> v_due THEN RAISE EXCEPTION 'the draw gave % slots and found %', v_due, v_claimed; END IF;
  UPDATE slot SET public_at = NULL WHERE week_id = v_draw.week_id;

  UPDATE draw_entry e SET appointment_id = w.appointment,
    outcome = CASE WHEN w.entry IS NOT NULL THEN 'won' WHEN e.id = ANY (p_excluded) THEN 'excluded' ELSE 'lost' END
  FROM draw_entry o LEFT JOIN draw_winners(p_won) w ON w.entry = o.id
  WHERE e.id = o.id AND e.draw_id = p_draw AND e.confirmed_at IS NOT NULL AND e.withdrawn_at IS NULL;
  PERFORM send_messages('draw_' || told.outcome, told.entries, p_now) FROM (
    SELECT e.outcome, array_agg(e.id) AS entries FROM draw_entry e
    WHERE e.draw_id = p_draw AND e.outcome IS NOT NULL GROUP BY e.outcome
  ) told;
  PERFORM send_reminders(w.appointment, p_now) FROM draw_winners(p_won) w;
  UPDATE draw SET drawn_at = p_now, record = p_record WHERE id = p_draw;
END
$$;
