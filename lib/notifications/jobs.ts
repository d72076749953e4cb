import "server-only";
import type { DomainJobs, Worker } from "@/lib/platform/jobs";
import { deliverMessage, requeueMessages } from "./commands";

/** Sends a mail: `{ "message": id }`, as `queue_message` writes it. */
export const mailWorker: Worker = {
  queue: "mail",
  atOnce: 10,
  // Ten mails a second at the least, all the rest in the pauses of a rush.
  patienceMs: 1_000,
  run: (data, signal) => deliverMessage(BigInt((data as { message: number }).message), signal),
};

export const jobs: DomainJobs = {
  workers: [mailWorker],
  sweeps: [{ name: "messages", run: requeueMessages }],
};
