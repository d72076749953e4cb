import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { newChallenge } from "@/lib/booking/challenge/queries";
import type { Challenge } from "@/lib/booking/challenge/types";

const challenge = async () => answer<Challenge>(await newChallenge());

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: challenge }, { limit: "challenge" });
