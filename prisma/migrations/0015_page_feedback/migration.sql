-- What readers say about a page: helpful or not, and what was missing. Nothing tells who they are: no address, no
-- device, no time of day.

CREATE TABLE "page_feedback" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "page" text NOT NULL,
  "locale" text NOT NULL,
  "helpful" boolean NOT NULL,
  "missing" text,
  "given_on" date NOT NULL DEFAULT (portal_now() AT TIME ZONE 'Europe/Berlin')::date,
  CONSTRAINT "page_feedback_page" CHECK ("page" ~ '^(/[a-z0-9-]+)*$' AND length("page") <= 200),
  CONSTRAINT "page_feedback_locale" CHECK ("locale" IN ('ar', 'de', 'en')),
  CONSTRAINT "page_feedback_missing" CHECK (length("missing") BETWEEN 1 AND 1000)
);

CREATE INDEX "page_feedback_by_page" ON "page_feedback" ("page", "given_on");
CREATE INDEX "page_feedback_by_day" ON "page_feedback" ("given_on");
