/** A server process to be killed: it books as it is asked, and does the jobs of the portal beside it. */
import { cancelAppointment } from "@/lib/booking/changes/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { jobs } from "@/lib/notifications/jobs";
import { readToken, signToken } from "@/lib/platform/crypto";
import { startJobs } from "@/lib/platform/jobs";
import type { Answer, Call, Request } from "./types";

const letters = (index: number) => [...String(index)].map((digit) => "abcdefghij"[Number(digit)]).join("");

async function perform(request: Request): Promise<Omit<Answer, "call">> {
  if (request.do === "book") {
    const { key, index, email, startsAt } = request;
    const person = { givenName: "Test", familyName: `Person ${letters(index)}`, birthDate: "1990-03-27" };
    const held = await holdAppointment(
      { office: "hagen", concern: "card-pickup", startsAt, person, email, locale: "de" },
      key,
    );
    return held.ok
      ? { ok: true, id: readToken("hold", held.holdToken) ?? "" }
      : { ok: false, reason: held.reason };
  }
  const { id } = request;
  const result =
    request.do === "confirm"
      ? await confirmAppointment(signToken("confirm", id))
      : await cancelAppointment(signToken("manage", id));
  return result.ok ? { ok: true, id } : { ok: false, reason: result.reason };
}

process.on("message", ({ call, request }: Call) => {
  perform(request)
    .catch((error: unknown) => ({ ok: false, reason: `error: ${String(error).slice(0, 200)}` }))
    .then((answer) => process.send?.({ call, ...answer } satisfies Answer));
});

void startJobs([jobs]);
process.send?.("ready");
