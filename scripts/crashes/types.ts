/** What the clients ask a server process to do. `key` is the idempotency key: asked again, it is the same booking. */
export type Request =
  | { do: "book"; key: string; index: number; email: string; startsAt: string }
  | { do: "confirm" | "cancel"; id: string };

export type Call = { call: number; request: Request };
export type Answer = { call: number; ok: boolean; id?: string; reason?: string };

/** What a run of crashes has shown. */
export type CrashReport = {
  serverKills: number;
  databaseKills: number;
  /** Bookings, confirmations and cancellations that were acknowledged, and those that are not stored. */
  acknowledged: number;
  missing: string[];
  /** Mails of what was committed, and those that never came. */
  mails: number;
  undelivered: string[];
  /** Bookings that were rolled back, and mails of them or of anything else that is not stored. */
  rolledBack: number;
  unfounded: string[];
  /** Mails that came more than once; those of them that did not come under one Message-ID. */
  duplicates: number;
  renamed: string[];
  /** From the last crash until no mail was left to send. */
  secondsToEmpty: number;
};

/** What the clients were told of each appointment last, by its id. */
export type Told = Map<string, { email: string; state: "held" | "confirmed" | "cancelled" }>;
