import { mailWorker } from "@/lib/notifications/jobs";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { runDue } from "@/lib/platform/jobs";
import { forgetMailer } from "@/lib/platform/mailer";

/** Mails go to this server from now on. */
export function useMailServer(url: string): void {
  process.env.SMTP_URL = url;
  forgetEnv();
  forgetMailer();
}

/** Does the mail jobs that are due now, in this process; returns how many mails have been sent by it. */
export async function deliverDue(): Promise<number> {
  const sent = () => db().message.count({ where: { sentAt: { not: null } } });
  const before = await sent();
  await runDue(mailWorker);
  return (await sent()) - before;
}

/** Lets no job wait any longer, as if its time had come. */
export async function hurryJobs(): Promise<void> {
  await db().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE state < 'active'`;
}
