import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import type { LeaveAnswer, WaitAnswer } from "@/lib/waitlist/answers/schema";
import { changeWaiting } from "@/lib/waitlist/commands";
import { waitingByToken } from "@/lib/waitlist/queries";

type Params = { token: string };

/** One's own entry: the state, the place in line, an open offer. */
async function show(request: Request, { token }: Params): Promise<Response> {
  const entry = await waitingByToken(token);
  if (!entry) return problem(request, "not_found");
  const { office, department, concern, state, place, waiting, days, parts, joinedAt, offer } = entry;
  const open = offer && { startsAt: offer.startsAt, endsAt: offer.endsAt, expiresAt: offer.expiresAt };
  return answer<WaitAnswer>({
    ...{ office, department, concern, place, waiting, days, parts, joinedAt },
    status: state,
    offer: open,
  });
}

/** Leaves; done again it stays done. */
async function leave(request: Request, { token }: Params): Promise<Response> {
  const result = await changeWaiting(token, "leave");
  if (!result.ok) return problem(request, "not_found");
  return answer<LeaveAnswer>({ status: "left" });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>(
  { DELETE: leave, GET: show },
  { limit: "token" },
);
