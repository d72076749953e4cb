import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import type { LiveAnswer } from "../schema";

export const dynamic = "force-dynamic";

/** The process answers. */
const show = () => answer<LiveAnswer>({ status: "live" });

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: show });
