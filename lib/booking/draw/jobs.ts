import "server-only";
import type { DomainJobs } from "@/lib/platform/jobs";
import { runDueDraws } from "./commands";

/** Draws run within a minute of their closing. */
export const jobs: DomainJobs = { sweeps: [{ name: "draws", run: runDueDraws }] };
