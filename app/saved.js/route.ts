import { scriptAnswer } from "@/lib/platform/scripts";

export const dynamic = "force-dynamic";

/** The portal's script for what is kept on the device. */
export const GET = (request: Request) => scriptAnswer(request, "saved");
