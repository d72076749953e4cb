// npm test: every check there is. Closes with a line "N passed, N failed".
import { runUntilStopped } from "./lib/command.mjs";
import { endToEnd } from "./lib/end-to-end.mjs";
import { html } from "./lib/html.mjs";
import { fastSteps, processes, runSteps } from "./lib/steps.mjs";

await runUntilStopped(async (frame) => {
  process.exit(await runSteps([...fastSteps, processes, endToEnd, html], frame));
});
