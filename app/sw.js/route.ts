import { workerAnswer } from "@/lib/platform/scripts";

export const dynamic = "force-dynamic";

/** The service worker. */
export const GET = (request: Request) => workerAnswer(request);
