-- Entries of a draw are visits as in booking: several concerns, several persons. And only an appointment keeps somebody out
-- of a draw, not a hold that nobody has confirmed: docs/draw.md.

-- AlterTable
ALTER TABLE "draw_entry" ADD COLUMN "further_concerns" TEXT[] NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "draw_entry_person" (
    "entry_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "draw_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "person_key" TEXT NOT NULL,
    "counting" BOOLEAN NOT NULL,

    CONSTRAINT "draw_entry_person_pkey" PRIMARY KEY ("entry_id", "position")
);

-- CreateIndex
CREATE INDEX "draw_entry_person_person_key_idx" ON "draw_entry_person"("person_key");

-- AddForeignKey
ALTER TABLE "draw_entry_person" ADD CONSTRAINT "draw_entry_person_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "draw_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "draw_entry_person_key_idx";

-- From here on what Prisma cannot express.

INSERT INTO "draw_entry_person" ("entry_id", "position", "draw_id", "given_name", "family_name", "birth_date", "person_key", "counting")
SELECT "id", 0, "draw_id", "given_name", "family_name", "birth_date", "person_key", "confirmed_at" IS NOT NULL AND "withdrawn_at" IS NULL
FROM "draw_entry";

-- Everybody is in one entry that counts per draw, whoever made it.
DROP INDEX "draw_entry_one_per_person";
CREATE UNIQUE INDEX "draw_entry_one_per_person" ON "draw_entry_person" ("draw_id", "person_key") WHERE "counting";

-- Who enters is the first of an entry's persons.
CREATE FUNCTION "write_entrants"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO draw_entry_person (entry_id, position, draw_id, given_name, family_name, birth_date, person_key, counting)
  SELECT id, 0, draw_id, given_name, family_name, birth_date, person_key, confirmed_at IS NOT NULL AND withdrawn_at IS NULL
  FROM added ORDER BY person_key;
  RETURN NULL;
END
$$;
CREATE TRIGGER "draw_entry_entrants" AFTER INSERT ON "draw_entry" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "write_entrants"();

-- The persons of an entry count when it does. One after the other by key, so that two families with common members never
-- wait for each other in a circle.
CREATE FUNCTION "keep_entrants_counting"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_position smallint;
BEGIN
  FOR v_position IN SELECT position FROM draw_entry_person WHERE entry_id = NEW.id ORDER BY person_key LOOP
    UPDATE draw_entry_person SET counting = NEW.confirmed_at IS NOT NULL AND NEW.withdrawn_at IS NULL
    WHERE entry_id = NEW.id AND position = v_position;
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER "draw_entry_counting" AFTER UPDATE OF "confirmed_at", "withdrawn_at" ON "draw_entry" FOR EACH ROW
  WHEN ((OLD.confirmed_at IS NOT NULL AND OLD.withdrawn_at IS NULL) IS DISTINCT FROM (NEW.confirmed_at IS NOT NULL AND NEW.withdrawn_at IS NULL))
  EXECUTE FUNCTION "keep_entrants_counting"();

-- Whether a person has an appointment in the department that is not over. A hold is none: anybody could make one with a
-- name that is not theirs.
CREATE OR REPLACE FUNCTION "has_appointment"(p_office text, p_department text, p_person_key text, p_now timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM appointment_person p JOIN appointment a ON a.id = p.appointment_id
    WHERE p.office = p_office AND p.department = p_department AND p.person_key = p_person_key AND p.active @> p_now
      AND a.state <> 'held'
  )
$$;

DROP FUNCTION "enter_draw"(
  uuid, text, text, text, text, date, text, text, text, text, int, text[], text[], date, int, int
);

-- Writes an entry that counts once its mail's button is pressed. p_persons: [{ givenName, familyName, birthDate, key }],
-- who enters first. Outcomes: entered, not_open, closed, not_found, limit_person (one of them has an entry or an
-- appointment), limit_mail.
CREATE FUNCTION "enter_draw"(
  p_draw uuid, p_pseudonym text, p_persons jsonb, p_email text, p_mail_key text, p_locale text, p_concern text,
  p_further_concerns text[], p_units int, p_days text[], p_parts text[], p_permit_expires_on date,
  p_unconfirmed_limit int, p_mail_limit int
) RETURNS TABLE (outcome text, id uuid)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_refusal text := draw_refusal(p_draw);
  v_now timestamptz := portal_now();
  v_id uuid;
BEGIN
  IF v_refusal IS NULL AND (
    EXISTS (
      SELECT FROM draw d, jsonb_array_elements(p_persons) AS p (person) WHERE d.id = p_draw AND (
        has_appointment(d.office, d.department, p.person->>'key', v_now) OR EXISTS (
          SELECT FROM draw_entry_person o WHERE o.draw_id = d.id AND o.person_key = p.person->>'key' AND o.counting
        )
      )
    )
    -- The same person twice in one entry.
    OR (SELECT count(DISTINCT p.person->>'key') FROM jsonb_array_elements(p_persons) AS p (person)) < jsonb_array_length(p_persons)
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
    draw_id, pseudonym, person_key, given_name, family_name, birth_date, email, mail_key, locale, concern,
    further_concerns, units, days, parts, permit_expires_on, entered_at
  ) VALUES (
    p_draw, p_pseudonym, p_persons->0->>'key', p_persons->0->>'givenName', p_persons->0->>'familyName',
    (p_persons->0->>'birthDate')::date, p_email, p_mail_key, p_locale, p_concern, p_further_concerns, p_units, p_days, p_parts,
    p_permit_expires_on, v_now
  ) RETURNING e.id INTO v_id;
  INSERT INTO draw_entry_person (entry_id, position, draw_id, given_name, family_name, birth_date, person_key, counting)
  SELECT v_id, (p.at - 1)::smallint, p_draw, p.person->>'givenName', p.person->>'familyName', (p.person->>'birthDate')::date,
    p.person->>'key', false
  FROM jsonb_array_elements(p_persons) WITH ORDINALITY AS p (person, at) WHERE p.at > 1;
  PERFORM send_message('draw_entry', v_id, v_now);
  RETURN QUERY SELECT 'entered', v_id;
END
$$;

-- The entries that count, with the draws that who enters has lost in the department since the last one won, in whatever
-- entry. Excluded: one of its persons has an appointment.
CREATE OR REPLACE FUNCTION "counting_entries"(p_draw uuid, p_now timestamptz) RETURNS TABLE (
  id uuid, pseudonym text, units int, days text[], parts text[], permit_expires_on text, earlier_losses int, excluded boolean
) LANGUAGE sql STABLE AS $$
  WITH entry AS (
    SELECT e.*, d.office, d.department FROM draw_entry e JOIN draw d ON d.id = e.draw_id
    WHERE e.draw_id = p_draw AND e.confirmed_at IS NOT NULL AND e.withdrawn_at IS NULL
  ), past AS (
    SELECT e.person_key, v.outcome, o.drawn_at,
      max(o.drawn_at) FILTER (WHERE v.outcome = 'won') OVER (PARTITION BY e.person_key) AS won_at
    FROM entry e JOIN draw_entry_person p ON p.person_key = e.person_key
    JOIN draw_entry v ON v.id = p.entry_id AND v.outcome IN ('won', 'lost')
    JOIN draw o ON o.id = v.draw_id AND o.office = e.office AND o.department = e.department
  ), losses AS (
    SELECT person_key, count(*)::int AS earlier FROM past
    WHERE outcome = 'lost' AND drawn_at > coalesce(won_at, '-infinity') GROUP BY person_key
  ), kept_out AS (
    SELECT DISTINCT p.entry_id FROM entry e JOIN draw_entry_person p ON p.entry_id = e.id
    WHERE has_appointment(e.office, e.department, p.person_key, p_now)
  )
  SELECT e.id, e.pseudonym, e.units::int, e.days, e.parts, e.permit_expires_on::text, coalesce(l.earlier, 0), h.entry_id IS NOT NULL
  FROM entry e LEFT JOIN losses l ON l.person_key = e.person_key LEFT JOIN kept_out h ON h.entry_id = e.id
  ORDER BY e.pseudonym
$$;

-- Writes the result of a draw in one go: appointments with their persons, events, mails and reminders for who has won,
-- mails for the others, and the places that nobody has won to everybody. The constraints of the appointments judge every
-- row.
CREATE OR REPLACE FUNCTION "write_draw"(
  p_draw uuid, p_now timestamptz, p_won jsonb, p_excluded uuid[], p_record json
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_draw draw%ROWTYPE;
  v_claimed int;
  v_due int;
BEGIN
  SELECT * INTO v_draw FROM draw WHERE id = p_draw;

  -- Who has won needs no hold that nobody confirmed; its slots are free when its time is over, as those of every hold.
  WITH given_up AS (
    UPDATE appointment a SET state = 'cancelled', cancelled_at = p_now, occupied_until = greatest(a.held_at, p_now)
    WHERE a.state = 'held' AND a.id IN (
      SELECT p.appointment_id FROM appointment_person p
      JOIN draw_entry_person q ON q.person_key = p.person_key JOIN draw_winners(p_won) w ON w.entry = q.entry_id
      WHERE p.office = v_draw.office AND p.department = v_draw.department AND p.active && tstzrange(p_now, NULL)
    ) RETURNING a.id
  )
  INSERT INTO appointment_event (appointment_id, kind, actor, at, data)
  SELECT id, 'cancelled', 'draw', p_now, jsonb_build_object('draw', p_draw) FROM given_up;

  -- Sorted by key, as where appointments of families are written.
  INSERT INTO appointment_person (appointment_id, position, office, department, given_name, family_name, birth_date, person_key, active)
  SELECT w.appointment, p.position, v_draw.office, v_draw.department, p.given_name, p.family_name, p.birth_date, p.person_key,
    tstzrange(p_now, w.ends_at)
  FROM draw_winners(p_won) w JOIN draw_entry_person p ON p.entry_id = w.entry ORDER BY p.person_key;
  INSERT INTO appointment (
    id, reference, office, department, concern, further_concerns, counter, units, starts_at, ends_at, state, held_at, hold_expires_at,
    confirmed_at, given_name, family_name, birth_date, person_key, email, mail_key, locale
  )
  SELECT w.appointment, w.reference, v_draw.office, v_draw.department, e.concern, e.further_concerns, w.counter, e.units,
    w.starts_at, w.ends_at, 'confirmed', p_now, p_now, p_now, e.given_name, e.family_name, e.birth_date, e.person_key, e.email,
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
