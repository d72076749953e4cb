import { scriptAnswer } from "@/lib/platform/scripts";

export const dynamic = "force-dynamic";

/** The portal's script for the search. */
export const GET = (request: Request) => scriptAnswer(request, "search");
