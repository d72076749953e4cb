/** Runs once when the server starts: settings are checked before anything is served, and the jobs begin. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { env } = await import("@/lib/platform/env");
  env();
  const { front } = await import("@/app/api/front");
  globalThis.mawidFront = front;
  const { startJobs, stopJobsOnSignals } = await import("@/lib/platform/jobs");
  // The domains that have something to do by themselves; each exports it as `jobs`.
  const domains = await Promise.all([
    import("@/lib/booking/jobs"),
    import("@/lib/booking/draw/jobs"),
    import("@/lib/notifications/jobs"),
    import("@/lib/search/jobs"),
    import("@/lib/waitlist/jobs"),
    import("@/lib/booking/challenge/jobs"),
    import("@/lib/pages/feedback/jobs"),
  ]);
  // Not awaited: pages are served while the database is away.
  void startJobs(domains.map(({ jobs }) => jobs));
  stopJobsOnSignals();
}
