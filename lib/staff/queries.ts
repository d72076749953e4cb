import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Locale } from "@/lib/i18n/routing";
import { auth } from "@/lib/platform/auth";
import type { Staff } from "./types";

/** Who is signed in, asked of the database once per request. */
export const currentStaff = cache(async (): Promise<Staff | null> => {
  const session = await auth().api.getSession({ headers: await headers() });
  if (!session) return null;
  const { id, name, email, office, role } = session.user;
  return { id, name, email, office, role };
});

/** Who is signed in; everybody else is sent to the sign-in. */
export async function requireStaff(locale: Locale): Promise<Staff> {
  const staff = await currentStaff();
  return staff ?? redirect(`/${locale}/staff/sign-in`);
}
