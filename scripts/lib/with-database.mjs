// node scripts/lib/with-database.mjs <script> [arguments]
// Runs a command that needs the database: it joins the running one, or starts it for as long as the command runs.
import { startNode, typescript } from "./children.mjs";
import { runUntilStopped } from "./command.mjs";
import { loadSettings, startServices } from "./services.mjs";

await runUntilStopped(async ({ onStop, fail }) => {
  loadSettings();
  const services = await startServices({ what: "another command", ifRunning: "use", mail: false });
  onStop(services.stop);
  services.failed.then(fail);
  const child = startNode([...typescript, ...process.argv.slice(2)], { env: services.env });
  onStop(child.stop);
  const code = await child.code;
  await services.stop();
  process.exit(code);
});
