import { expect, it } from "vitest";
import { runCrashes } from "../../scripts/crashes/run";

// `npm run bench -- crash` does the same fifty times. Crashes take as long as it takes to notice them.
const patience = 300_000;

it(
  "nothing that was told is lost, and every mail comes, when servers and database are killed under load",
  async () => {
    const report = await runCrashes({ moments: 4 });
    expect(report).toMatchObject({ missing: [], undelivered: [], unfounded: [], renamed: [] });
    expect(report.acknowledged).toBeGreaterThan(20);
    expect(report.serverKills + report.databaseKills).toBe(4);
    // One in a hundred at most, or the one that a single unlucky moment makes.
    expect(report.duplicates).toBeLessThanOrEqual(Math.max(3, report.mails / 100));
  },
  patience,
);

it(
  "is found wanting when the database answers before it has written (negative control)",
  async () => {
    const settings = { synchronous_commit: "off", wal_writer_delay: "10s" };
    const report = await runCrashes({ moments: 2, databaseShare: 1, settings });
    expect(report.missing.length).toBeGreaterThan(0);
  },
  patience,
);
