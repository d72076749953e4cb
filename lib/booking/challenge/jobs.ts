import "server-only";
import type { DomainJobs } from "@/lib/platform/jobs";
import { forgetNetworks } from "@/lib/platform/rate-limits";
import { forgetPasses } from "./commands";

export const jobs: DomainJobs = {
  sweeps: [
    { name: "passes", run: forgetPasses },
    { name: "networks", run: forgetNetworks },
  ],
};
