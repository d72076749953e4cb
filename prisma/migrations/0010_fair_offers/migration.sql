-- An offer that could not be taken is held against nobody: docs/decisions/0010-freed-places.md.

-- What time alone does to a line: offers run out, and entries end. The line is locked already.
CREATE OR REPLACE FUNCTION "tidy_line"(p_office text, p_department text, p_now timestamptz, p_policy jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_entry waitlist_entry%ROWTYPE;
BEGIN
  -- Who let an offer pass keeps the place in line, but after several the entry rests until its owner says otherwise. What
  -- nobody could take counts for nothing: the mail did not go out in time, or the office took the place back meanwhile.
  FOR v_entry IN
    WITH expired AS (
      UPDATE offer SET answer = 'expired' WHERE office = p_office AND department = p_department
        AND answer IS NULL AND expires_at <= p_now RETURNING *
    )
    UPDATE waitlist_entry e SET unanswered = e.unanswered + 1,
      paused_at = CASE WHEN e.unanswered + 1 >= (p_policy->>'unansweredAtMost')::int THEN p_now ELSE e.paused_at END
    FROM expired o WHERE e.id = o.entry_id
      AND EXISTS (
        SELECT FROM message m WHERE m.kind = 'offer' AND m.subject_id = o.id AND m.sent_at < o.expires_at
      )
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
