-- Mails are sent by the jobs of pg-boss (docs/decisions/0005). Its schema `pgboss` is not ours: scripts/migrate.mjs has
-- pg-boss make it after these migrations, and so does the server when it starts.

-- Whose mail it is and what its reader calls it, for staff; known from the first attempt on, whatever the subject.
ALTER TABLE "message"
  ADD COLUMN "office" TEXT,
  ADD COLUMN "reference" TEXT;

-- When it is tried again, its job knows.
DROP INDEX "message_due";
ALTER TABLE "message" DROP COLUMN "next_attempt_at";

-- CreateIndex
CREATE INDEX "message_office_failed_at_idx" ON "message"("office", "failed_at");

-- From here on what Prisma cannot express.

CREATE INDEX "message_open" ON "message" ("due_at")
  WHERE "sent_at" IS NULL AND "failed_at" IS NULL AND "skipped_at" IS NULL;

-- Gives a mail its job, unless one waits or runs already: the queue is exclusive, its key is the message. The options
-- come from the queue, as when pg-boss writes a job itself. pg-boss knows the real clock only, so the time is carried
-- over from the portal's.
CREATE FUNCTION "queue_message"(p_id bigint, p_at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_start timestamptz := clock_timestamp() + (p_at - portal_now());
BEGIN
  INSERT INTO pgboss.job (
    name, data, singleton_key, start_after, keep_until, expire_seconds, deletion_seconds, heartbeat_seconds,
    retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter
  )
  SELECT q.name, jsonb_build_object('message', p_id), p_id::text, v_start, v_start + make_interval(secs => q.retention_seconds),
    q.expire_seconds, q.deletion_seconds, q.heartbeat_seconds,
    q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter
  FROM pgboss.queue q WHERE q.name = 'mail'
  ON CONFLICT DO NOTHING;
  -- Better no booking than one whose mail nobody will send.
  IF NOT FOUND AND NOT EXISTS (SELECT FROM pgboss.queue WHERE name = 'mail') THEN
    RAISE EXCEPTION 'there is no queue for mails; scripts/migrate.mjs makes it';
  END IF;
END
$$;

-- Writes a mail and its job, in the transaction of what the mail tells about. It goes out from p_at on.
CREATE OR REPLACE FUNCTION "send_message"(
  p_kind text, p_subject_id uuid, p_at timestamptz DEFAULT portal_now(), p_data jsonb DEFAULT '{}'
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_id bigint;
BEGIN
  INSERT INTO message (kind, subject_id, data, created_at, due_at)
  VALUES (p_kind, p_subject_id, p_data, portal_now(), p_at) RETURNING id INTO v_id;
  PERFORM queue_message(v_id, p_at);
  RETURN v_id;
END
$$;

-- Every mail that is still to be sent has a job: this gives one to those that have none, which were written before the
-- queue was there, or whose job was deleted. Outside production the portal's clock may have been moved since a job was
-- written; then the job follows. Returns how many mails were put right.
CREATE FUNCTION "requeue_messages"() RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  v_count int;
  v_moved int;
BEGIN
  SELECT count(queue_message(m.id, m.due_at)) INTO v_count
  FROM message m
  WHERE m.sent_at IS NULL AND m.failed_at IS NULL AND m.skipped_at IS NULL AND NOT EXISTS (
    SELECT FROM pgboss.job j
    WHERE j.name = 'mail' AND coalesce(j.singleton_key, '') = m.id::text AND j.state <= 'active' AND j.policy = 'exclusive'
  );

  UPDATE pgboss.job j SET start_after = clock_timestamp()
  FROM message m
  WHERE m.sent_at IS NULL AND m.failed_at IS NULL AND m.skipped_at IS NULL AND m.due_at <= portal_now()
    AND j.name = 'mail' AND coalesce(j.singleton_key, '') = m.id::text AND j.policy = 'exclusive'
    AND j.state = 'created' AND j.start_after > clock_timestamp();
  GET DIAGNOSTICS v_moved = ROW_COUNT;
  RETURN v_count + v_moved;
END
$$;
