import { scriptAnswer } from "@/lib/platform/scripts";

export const dynamic = "force-dynamic";

/** The portal's script for guides and other texts. */
export const GET = (request: Request) => scriptAnswer(request, "portal");
