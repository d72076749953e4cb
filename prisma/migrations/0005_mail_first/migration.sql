-- The mail that proves an address leads back to the visit and the day that somebody had chosen.
DROP FUNCTION "request_mail_proof"(text, text, text, text, text, interval, int);

-- Asks for a mail that proves its address, at most p_limit times an hour for each address. Null: that was too often.
CREATE FUNCTION "request_mail_proof"(
  p_email text, p_mail_key text, p_locale text, p_office text, p_concern text, p_query text, p_valid interval, p_limit int
) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_now timestamptz;
  v_id uuid;
BEGIN
  -- Two requests of one mail address count one after the other.
  PERFORM pg_advisory_xact_lock(hashtextextended(p_mail_key, 2));
  v_now := portal_now();
  IF (SELECT count(*) FROM mail_proof m WHERE m.mail_key = p_mail_key AND m.created_at > v_now - interval '1 hour') >= p_limit THEN
    RETURN NULL;
  END IF;
  INSERT INTO mail_proof (email, mail_key, locale, office, concern, created_at, expires_at)
  VALUES (p_email, p_mail_key, p_locale, p_office, p_concern, v_now, v_now + p_valid) RETURNING id INTO v_id;
  PERFORM send_message('mail_proof', v_id, v_now, jsonb_build_object('query', p_query));
  RETURN v_id;
END
$$;
