import { z } from "zod";

export const liveAnswerSchema = z.strictObject({ status: z.literal("live") });
export type LiveAnswer = z.infer<typeof liveAnswerSchema>;

export const readyAnswerSchema = z.strictObject({ status: z.literal("ready") });
export type ReadyAnswer = z.infer<typeof readyAnswerSchema>;
