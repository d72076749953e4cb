// npm run dev: the services of the portal with hot reload.
import { next, startNode } from "./lib/children.mjs";
import { runUntilStopped } from "./lib/command.mjs";
import { portSetting, requireFreePort } from "./lib/ports.mjs";
import { Problem, say } from "./lib/say.mjs";
import {
  claimDataFolder,
  demoClerks,
  demoPassword,
  isProduction,
  kept,
  loadSettings,
  seed,
  startServices,
} from "./lib/services.mjs";
import { requireGoodSettings } from "./lib/serving.mjs";

await runUntilStopped(async ({ onStop, fail }) => {
  loadSettings();
  if (isProduction()) throw new Problem("npm run dev is not for production. Use npm run portal.");
  const port = portSetting("PORT", 3000);
  requireGoodSettings();
  const host = process.env.HOST || "127.0.0.1";
  onStop(await claimDataFolder("npm run dev"));
  await requireFreePort(port, "PORT", host);

  const services = await startServices({ what: "npm run dev" });
  onStop(services.stop);
  services.failed.then(fail);
  const env = { ...services.env, PORT: String(port) };
  const password = kept("demo-password", demoPassword);
  await seed({ ...env, DEMO_PASSWORD: password });
  say(`Staff sign-in: ${demoClerks().join(", ")}; password ${password}\n`);

  const web = startNode([...next, "dev", "-H", host, "-p", String(port)], { env });
  onStop(web.stop);
  web.ended.then(() => fail("The development server ended."));
});
