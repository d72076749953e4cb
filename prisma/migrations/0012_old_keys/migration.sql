-- The job that forgets idempotency keys after 48 hours looks at those rows that still have one, and at no other.
CREATE INDEX "appointment_keys_to_forget" ON "appointment" ("held_at") WHERE "idempotency_key" IS NOT NULL;
