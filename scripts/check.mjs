// npm run check: the fast part of npm test, without a browser.
import { runUntilStopped } from "./lib/command.mjs";
import { fastSteps, runSteps } from "./lib/steps.mjs";

await runUntilStopped(async (frame) => {
  process.exit(await runSteps(fastSteps, frame));
});
