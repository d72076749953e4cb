-- Everybody stands in a line once, as the one who joined or as one who comes along: docs/decisions/0010-freed-places.md.

-- CreateTable
CREATE TABLE "waiting_person" (
    "office" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "person_key" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "waiting_person_pkey" PRIMARY KEY ("office", "department", "person_key")
);

-- CreateIndex
CREATE INDEX "waiting_person_entry_id_idx" ON "waiting_person"("entry_id");

-- AddForeignKey
ALTER TABLE "waiting_person" ADD CONSTRAINT "waiting_person_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "waitlist_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on what Prisma cannot express.

-- Who was first keeps the place; entries that share somebody with an earlier one stay as they are, and end as they would.
INSERT INTO "waiting_person" ("office", "department", "person_key", "entry_id")
SELECT e.office, e.department, person->>'key', e.id FROM waitlist_entry e, jsonb_array_elements(e.persons) person
WHERE e.confirmed_at IS NOT NULL AND e.left_at IS NULL AND e.served_at IS NULL ORDER BY e.joined_at
ON CONFLICT DO NOTHING;

-- The persons of an entry stand in line while it counts: confirmed, not left, not served. The primary key judges.
CREATE FUNCTION "keep_waiting_persons"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM waiting_person WHERE entry_id = NEW.id;
  IF NEW.confirmed_at IS NOT NULL AND NEW.left_at IS NULL AND NEW.served_at IS NULL THEN
    INSERT INTO waiting_person (office, department, person_key, entry_id)
    SELECT NEW.office, NEW.department, person->>'key', NEW.id FROM jsonb_array_elements(NEW.persons) person
    ORDER BY person->>'key';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "waitlist_entry_joins" AFTER INSERT ON "waitlist_entry" FOR EACH ROW
  WHEN (NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION "keep_waiting_persons"();
CREATE TRIGGER "waitlist_entry_counts" AFTER UPDATE OF "persons", "confirmed_at", "left_at", "served_at" ON "waitlist_entry" FOR EACH ROW
  WHEN (ROW(OLD.persons, OLD.confirmed_at, OLD.left_at, OLD.served_at) IS DISTINCT FROM ROW(NEW.persons, NEW.confirmed_at, NEW.left_at, NEW.served_at))
  EXECUTE FUNCTION "keep_waiting_persons"();

-- Joins the line of a department. Whoever is on it already stays where they are, and only their own mail tells so: the
-- answer to the outside is the same. An entry whose mail was not confirmed gives way to a newer one with another address.
-- With p_replaces (an appointment whose management link was used) nothing is left to confirm. At most p_mails mails a day
-- go to one address. Returns the entry; null when somebody of the appointment to be replaced stands in line elsewhere.
CREATE OR REPLACE FUNCTION "join_waitlist"(
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

  BEGIN
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
  EXCEPTION WHEN unique_violation THEN
    -- Only an entry that counts at once (p_replaces) finds somebody of it in line already.
    RETURN NULL;
  END;

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
-- confirmed within a day counts as left. Outcomes: done, over (left or served), elsewhere (somebody of it stands in line in
-- another entry), not_found.
CREATE OR REPLACE FUNCTION "change_waiting"(p_id uuid, p_step text, p_policy jsonb) RETURNS text
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
    WHEN 'confirm' THEN
      BEGIN
        UPDATE waitlist_entry SET confirmed_at = coalesce(confirmed_at, v_now) WHERE id = p_id;
      EXCEPTION WHEN unique_violation THEN
        RETURN 'elsewhere';
      END;
    WHEN 'resume' THEN UPDATE waitlist_entry SET paused_at = NULL, unanswered = 0 WHERE id = p_id;
    WHEN 'pause' THEN UPDATE waitlist_entry SET paused_at = coalesce(paused_at, v_now) WHERE id = p_id;
    WHEN 'leave' THEN UPDATE waitlist_entry SET left_at = v_now WHERE id = p_id;
  END CASE;
  IF p_step IN ('pause', 'leave') THEN PERFORM decline_open_offer(p_id, v_now, p_policy); END IF;
  RETURN 'done';
END
$$;
