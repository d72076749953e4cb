import "server-only";
import type { DomainJobs } from "@/lib/platform/jobs";
import { forgetFeedback } from "./commands";

export const jobs: DomainJobs = { sweeps: [{ name: "page feedback", run: forgetFeedback }] };
