import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inRoot } from "../lib/paths.mjs";
import type { Answer, Call, Request } from "./types";

const imports = ["register.mjs", "lib/end-with-parent.mjs"].flatMap((file) => [
  "--import",
  pathToFileURL(inRoot("scripts", file)).href,
]);
const program = fileURLToPath(new URL("./server.ts", import.meta.url));

type Waiting = (answer: Omit<Answer, "call">) => void;

/** A server process that can be asked, killed and started again. */
export class CrashingServer {
  #child: ChildProcess | undefined;
  #waiting = new Map<number, Waiting>();
  #serial = 0;
  readonly #settings: Record<string, string>;

  constructor(settings: Record<string, string>) {
    this.#settings = settings;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [...imports, program], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, ...this.#settings, MAWID_PARENT: String(process.pid) },
    });
    await once(child, "message");
    child.on("message", (message) => {
      const { call, ...answer } = message as Answer;
      this.#waiting.get(call)?.(answer);
      this.#waiting.delete(call);
    });
    this.#child = child;
  }

  /** Asks the process; one that is away, or goes away meanwhile, gives no answer but this one. */
  ask(request: Request): Promise<Omit<Answer, "call">> {
    const child = this.#child;
    if (!child?.connected) return Promise.resolve({ ok: false, reason: "error: no server" });
    const call = this.#serial++;
    return new Promise((resolve) => {
      this.#waiting.set(call, resolve);
      child.send({ call, request } satisfies Call, (error) => {
        if (error) resolve({ ok: false, reason: "error: no server" });
      });
    });
  }

  /** Ends it at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    }
    for (const resolve of this.#waiting.values()) resolve({ ok: false, reason: "error: killed" });
    this.#waiting.clear();
  }
}
