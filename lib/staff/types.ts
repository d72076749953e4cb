import type { WeekFailure } from "@/lib/schedule/types";

/** Somebody who is signed in. Only `lib/staff/queries.ts` makes one, from a session that the database knows. */
export type Staff = { id: string; name: string; email: string; office: string; role: string };

export type SignInState = { email: string; failure?: "credentials" | "too_many" | "required" };

export type WeekActionState = {
  done?: "planned" | "published" | "announced" | "withdrawn";
  failure?: WeekFailure;
};
