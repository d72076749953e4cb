/** A process that does the jobs of the portal and nothing else, for tests with several of them. */
import { jobs } from "@/lib/notifications/jobs";
import { startJobs, stopJobsOnSignals } from "@/lib/platform/jobs";

stopJobsOnSignals();
await startJobs([jobs]);
process.send?.("ready");
