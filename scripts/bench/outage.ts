import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/platform/db";
import { CrashingServer } from "../crashes/servers";
import { startSink } from "../crashes/sink";
import { freePort } from "../lib/ports.mjs";
import { letters } from "./load";
import { makeSlots } from "./places";
import type { Suite } from "./types";

const bookings = 200;
const minutesAway = 12;

/** A mail server that is away long enough for the pauses between attempts to reach their longest, with all defaults. */
export const outage: Suite = async (databaseUrl) => {
  const port = await freePort();
  const server = new CrashingServer({
    DATABASE_URL: databaseUrl,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    PORTAL_URL: "https://mawid.example",
  });
  const times = await makeSlots(bookings, 4);
  await server.start();
  try {
    let booked = 0;
    for (const [index, startsAt] of times.slice(0, bookings).entries()) {
      const email = `person-${letters(index)}@example.org`;
      if ((await server.ask({ do: "book", key: `key-${index}`, index, email, startsAt })).ok) booked += 1;
    }
    console.log(`${booked} bookings; the mail server comes back in ${minutesAway} minutes …`);
    await pause(minutesAway * 60_000);
    const waiting = await db().message.count({ where: { sentAt: null } });
    const sink = await startSink(port);
    const back = performance.now();
    while ((await db().message.count({ where: { sentAt: null } })) > 0) await pause(1_000);
    const seconds = (performance.now() - back) / 1000;
    await sink.stop();
    return [
      { what: `bookings while the mail server is away`, value: booked, unit: `of ${bookings}` },
      { what: `mails waiting after ${minutesAway} minutes`, value: waiting, unit: "" },
      { what: "from its return to the last mail", value: seconds, unit: "seconds, at most 600" },
      { what: "mails that came", value: sink.arrived.length, unit: "" },
    ];
  } finally {
    await server.kill();
  }
};
