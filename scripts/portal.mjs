// npm run portal: everything a visitor, an applicant or a clerk needs, on this machine.

import { buildIfNeeded, useBuild } from "./lib/build.mjs";
import { serve, startNode } from "./lib/children.mjs";
import { runUntilStopped } from "./lib/command.mjs";
import { portSetting, requireFreePort } from "./lib/ports.mjs";
import { say, seconds } from "./lib/say.mjs";
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
import { box, requireGoodSettings, untilReady } from "./lib/serving.mjs";

await runUntilStopped(async ({ onStop, fail }) => {
  const begun = performance.now();
  loadSettings();
  const port = portSetting("PORT", 3000);
  requireGoodSettings();
  const host = process.env.HOST || "127.0.0.1";
  onStop(await claimDataFolder("npm run portal"));
  await requireFreePort(port, "PORT", host);

  const services = await startServices({ what: "npm run portal" });
  onStop(services.stop);
  services.failed.then(fail);
  const env = {
    ...services.env,
    PORT: String(port),
    PORTAL_URL: process.env.PORTAL_URL || `http://localhost:${port}`,
  };
  const password = isProduction() ? undefined : kept("demo-password", demoPassword);
  if (password) await seed({ ...env, DEMO_PASSWORD: password });
  await buildIfNeeded(env);
  const leaveBuild = useBuild();
  onStop(async () => leaveBuild());

  say("Starting the web server …");
  let ready = false;
  const web = startNode([...serve], {
    env: { ...env, HOST: host, NODE_ENV: "production" },
    // What Next says while starting is of interest only when it fails.
    onText: (text) => ready && process.stdout.write(text),
  });
  onStop(web.stop);
  web.ended.then((last) => fail(`The web server ended:\n${last}`));
  await untilReady(`http://${host.includes(":") ? `[${host}]` : host}:${port}`);
  ready = true;

  say(`Ready in ${seconds(performance.now() - begun)}.\n`);
  box([
    ["Mawid", env.PORTAL_URL],
    ...(password
      ? [
          ["Staff", `${env.PORTAL_URL}/de/staff`],
          ...demoClerks().map((clerk) => /** @type {[string, string]} */ (["", clerk])),
          ["", `password ${password}`],
          ["Mails", process.env.SMTP_URL ? "sent by SMTP_URL" : `${env.PORTAL_URL}/dev/mailbox`],
        ]
      : []),
    ["Stop", "Ctrl-C"],
  ]);
});
