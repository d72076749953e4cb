import "server-only";
import pino from "pino";

/** One JSON line per event. Names, addresses and tokens never go in. */
export const log = pino({ level: process.env.LOG_LEVEL || "info", base: undefined });
