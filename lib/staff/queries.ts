import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { isLocale, type Locale } from "@/lib/i18n/routing";
import { getOffice } from "@/lib/offices/queries";
import type { Department, Office } from "@/lib/offices/types";
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

/** Who is signed in and the office this person belongs to, whatever the address says. */
export async function requireOffice(
  locale: string,
): Promise<{ locale: Locale; staff: Staff; office: Office }> {
  if (!isLocale(locale)) notFound();
  const staff = await requireStaff(locale);
  return { locale, staff, office: getOffice(staff.office) ?? notFound() };
}

/** The same with a department of that office; those of other offices do not exist here. */
export async function requireDepartment(
  locale: string,
  slug: string,
): Promise<{ locale: Locale; staff: Staff; office: Office; department: Department }> {
  const found = await requireOffice(locale);
  const department = found.office.departments.find((candidate) => candidate.slug === slug);
  return { ...found, department: department ?? notFound() };
}
