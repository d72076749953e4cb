-- What came of looking at an address outside the portal that the content leads to. One row for each address, the last look.
CREATE TABLE "link_check" (
  "url" text PRIMARY KEY CHECK ("url" ~ '^https?://'),
  "outcome" text NOT NULL CHECK ("outcome" IN ('found', 'gone', 'refused', 'unreachable')),
  -- What the other side answered; nothing where nobody did.
  "status" integer CHECK ("status" BETWEEN 100 AND 599),
  "checked_at" timestamptz(3) NOT NULL DEFAULT portal_now(),
  CHECK (("status" IS NULL) = ("outcome" = 'unreachable'))
);
