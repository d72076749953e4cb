-- What keeps programs from booking people's places away: docs/decisions/0010.

-- CreateTable
CREATE TABLE "spent_challenge" (
    "key" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "request" TEXT,
    "spent" BOOLEAN NOT NULL DEFAULT true,
    "uses" SMALLINT NOT NULL DEFAULT 1,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_challenge_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "mail_proof" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "mail_key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "concern" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_proof_pkey" PRIMARY KEY ("id")
);

-- Counts of the last minutes: unlogged, because a count that a crash takes away costs nobody anything, and a request
-- that is only counted should not wait for the disk.
-- CreateTable
CREATE UNLOGGED TABLE "network_use" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "network_use_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "spent_challenge_expires_at_idx" ON "spent_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "mail_proof_mail_key_created_at_idx" ON "mail_proof"("mail_key", "created_at");

-- CreateIndex
CREATE INDEX "mail_proof_expires_at_idx" ON "mail_proof"("expires_at");

-- From here on what Prisma cannot express.

-- Uses up a solved challenge or a mail's link before a hold is tried; true: go on. Of simultaneous uses the first takes
-- the row and the others wait for it, then see that it is spent. What was given back because no hold came of it may be
-- used again, by its holder and p_uses times at most. The same request (idempotency key) may come again at any time:
-- at most one hold can come of it, and its answer is the same.
CREATE FUNCTION "spend_challenge"(p_key text, p_holder text, p_request text, p_expires_at timestamptz, p_uses int)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM appointment a WHERE a.idempotency_key = p_request) THEN RETURN true; END IF;
  IF p_expires_at <= portal_now() THEN RETURN false; END IF;

  INSERT INTO spent_challenge AS c (key, holder, request, expires_at) VALUES (p_key, p_holder, p_request, p_expires_at)
  ON CONFLICT (key) DO UPDATE SET spent = true, request = excluded.request,
    uses = CASE WHEN c.spent THEN c.uses ELSE c.uses + 1 END
  WHERE (NOT c.spent AND c.holder = excluded.holder AND c.uses < p_uses) OR c.request = excluded.request;
  RETURN FOUND;
END
$$;

-- Asks for a mail that proves its address, at most p_limit times an hour for each address. Null: that was too often.
CREATE FUNCTION "request_mail_proof"(
  p_email text, p_mail_key text, p_locale text, p_office text, p_concern text, p_valid interval, p_limit int
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
  PERFORM send_message('mail_proof', v_id, v_now);
  RETURN v_id;
END
$$;
