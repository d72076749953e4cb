/** Runs once when the server starts: settings are checked before anything is served, and the mail queue begins. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { env } = await import("@/lib/platform/env");
  env();
  const { startDelivery } = await import("@/lib/notifications/jobs");
  startDelivery();
}
