import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { contentSeconds, factsAnswer } from "@/lib/guides/answers/queries";
import type { FactsAnswer } from "@/lib/guides/answers/schema";
import { berlinDate } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";

const list = async () =>
  answer<FactsAnswer>(factsAnswer(berlinDate(await now()).toString()), {
    headers: { "Cache-Control": `public, max-age=${contentSeconds}` },
  });

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: list });
