import "server-only";
import type { DomainJobs } from "@/lib/platform/jobs";
import { sweepOffers } from "./offers/commands";

export const jobs: DomainJobs = { sweeps: [{ name: "offers", run: sweepOffers }] };
