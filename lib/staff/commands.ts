import "server-only";
import { randomUUID } from "node:crypto";
import { generateId } from "better-auth";
import { parseSetCookieHeader } from "better-auth/cookies";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { cookies, headers } from "next/headers";
import { auth } from "@/lib/platform/auth";
import { keyedHash, readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { returnAttempt, takeAttempt } from "@/lib/platform/rate-limits";

/** How long a device is known on which somebody has signed in. */
const deviceDays = 365;

/**
 * Signs in with mail and password and sets the session's cookie. It goes through the library's HTTP handler, since only
 * that counts attempts by network. Failed attempts are counted by account as well, whoever makes them; on a device on
 * which the account was signed in before they are counted for that device alone, so that strangers slow only strangers.
 */
export async function signIn(
  email: string,
  password: string,
): Promise<{ ok: true } | { ok: false; reason: "credentials" | "too_many" }> {
  const account = keyedHash("sign-in", email.trim().toLowerCase());
  const jar = await cookies();
  const [name, purpose] = [`mawid.device.${account.slice(0, 12)}`, `staff-device ${account}`];
  const device = readToken(purpose, jar.get(name)?.value ?? "");
  const subject = device ? `device:${device}` : `account:${account}`;
  if (!(await takeAttempt(subject))) return { ok: false, reason: "too_many" };
  const response = await callAuth("/sign-in/email", { email, password });
  if (!response.ok) return { ok: false, reason: response.status === 429 ? "too_many" : "credentials" };
  await returnAttempt(subject);
  jar.set(name, signToken(purpose, device ?? randomUUID()), {
    httpOnly: true,
    sameSite: "strict",
    path: "/",
    secure: env().PORTAL_URL.startsWith("https:"),
    maxAge: deviceDays * 24 * 3600,
  });
  return { ok: true };
}

/** Ends the session, here and in the database. */
export async function signOut(): Promise<void> {
  await callAuth("/sign-out", {});
}

async function callAuth(path: string, body: object): Promise<Response> {
  const incoming = await headers();
  const { PORTAL_URL } = env();
  const response = await auth().handler(
    new Request(`${PORTAL_URL}/api/auth${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        // The form's own origin was checked by the framework before the action ran.
        origin: new URL(PORTAL_URL).origin,
        cookie: incoming.get("cookie") ?? "",
        "user-agent": incoming.get("user-agent") ?? "",
        "x-forwarded-for": incoming.get("x-forwarded-for") ?? "127.0.0.1",
      },
      body: JSON.stringify(body),
    }),
  );
  const jar = await cookies();
  for (const line of response.headers.getSetCookie()) {
    for (const [name, cookie] of parseSetCookieHeader(line)) {
      jar.set(name, decodeURIComponent(cookie.value), {
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        secure: PORTAL_URL.startsWith("https:"),
        ...(cookie["max-age"] === undefined ? {} : { maxAge: Number(cookie["max-age"]) }),
      });
    }
  }
  return response;
}

/**
 * Makes a staff account, or gives an existing one a new password and office and ends what is open under the old one.
 * Saved again unchanged, it leaves who is signed in alone.
 */
export async function saveStaff(account: {
  email: string;
  name: string;
  office: string;
  password: string;
}): Promise<void> {
  const email = account.email.trim().toLowerCase();
  if (await isUnchanged({ ...account, email })) return;
  const password = await hashPassword(account.password);
  await db().$transaction(async (tx) => {
    const user = await tx.staffUser.upsert({
      where: { email },
      create: { id: generateId(), email, name: account.name, office: account.office, emailVerified: true },
      update: { name: account.name, office: account.office },
    });
    await tx.staffSession.deleteMany({ where: { userId: user.id } });
    await tx.staffAccount.deleteMany({ where: { userId: user.id, providerId: "credential" } });
    await tx.staffAccount.create({
      data: { id: generateId(), accountId: user.id, providerId: "credential", userId: user.id, password },
    });
  });
}

async function isUnchanged(account: Parameters<typeof saveStaff>[0]): Promise<boolean> {
  const known = await db().staffAccount.findFirst({
    where: {
      providerId: "credential",
      user: { email: account.email, name: account.name, office: account.office },
    },
    select: { password: true },
  });
  return known?.password ? verifyPassword({ hash: known.password, password: account.password }) : false;
}
