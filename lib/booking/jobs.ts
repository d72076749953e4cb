import "server-only";
import type { DomainJobs } from "@/lib/platform/jobs";
import { forgetKeys } from "./commands";

export const jobs: DomainJobs = { sweeps: [{ name: "idempotency keys", run: forgetKeys }] };
