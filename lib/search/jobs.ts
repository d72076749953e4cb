import "server-only";
import type { DomainJobs } from "@/lib/platform/jobs";
import { refreshIndex } from "./indexing/commands";

const refresh = { name: "search index", run: refreshIndex };

export const jobs: DomainJobs = { atStart: [refresh], sweeps: [refresh] };
