import "server-only";
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { log } from "./log";

export type Pressed = { ok: true; pdf: Buffer } | { ok: false; reason: "busy" | "failed" };
type Answer = { id: number } & ({ pdf: Uint8Array; accessible: boolean } | { error: string });
type Job = { id: number; page: string; done: (pressed: Pressed) => void };

/** So many wait at most; whoever comes then is asked to come again. */
const longestLine = 12;
/** A long guide takes a second or two on a slow machine. */
const patience = 30_000;
/** Without work for so long, the process ends and gives its memory back. */
const idle = 60_000;

const root = process.cwd();

/**
 * Sets texts by a sheet of typst, in a process of its own: a long guide takes a second in which this one would answer
 * nobody. There is one such process at most for each sheet, it starts when it is needed, and it sets one text after the
 * other. Whoever uses it keeps what was set.
 */
export function press(sheet: string): (page: string) => Promise<Pressed> {
  const line: Job[] = [];
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let last = 0;

  const wait = (time: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, time);
    timer.unref();
  };

  function started(): ChildProcess {
    if (child) return child;
    const program = path.join(root, "lib/platform/press-process.mjs");
    const born = fork(
      /* turbopackIgnore: true */ program,
      [path.join(root, "lib/platform/fonts"), path.join(root, sheet)],
      {
        cwd: root,
        env: { NODE_ENV: process.env.NODE_ENV },
        execArgv: [],
        serialization: "advanced",
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      },
    );
    born.on("message", (answer: Answer) => answered(answer));
    born.once("exit", () => ended(born));
    born.once("error", () => ended(born));
    child = born;
    return born;
  }

  function next(): void {
    const [job] = line;
    if (!job) {
      // Nothing of it may keep this process alive.
      child?.unref();
      child?.channel?.unref();
      wait(idle, stop);
      return;
    }
    const { id, page } = job;
    const running = started();
    running.ref();
    running.channel?.ref();
    running.send({ id, page });
    wait(patience, stop);
  }

  function answered(answer: Answer): void {
    if (line[0]?.id !== answer.id) return;
    if ("pdf" in answer && !answer.accessible) log.warn({ sheet }, "a text holds a letter that no font has");
    if ("error" in answer) log.error({ sheet, error: answer.error }, "a text could not be set");
    const pressed: Pressed =
      "pdf" in answer ? { ok: true, pdf: Buffer.from(answer.pdf) } : { ok: false, reason: "failed" };
    line.shift()?.done(pressed);
    next();
  }

  function stop(): void {
    child?.kill("SIGKILL");
  }

  function ended(which: ChildProcess): void {
    if (child !== which) return;
    which.kill("SIGKILL");
    child = undefined;
    clearTimeout(timer);
    const job = line.shift();
    if (!job) return;
    log.error({ sheet }, "the process that sets texts has ended at work");
    job.done({ ok: false, reason: "failed" });
    if (line.length > 0) next();
  }

  return (page) =>
    new Promise((done) => {
      if (line.length >= longestLine) return done({ ok: false, reason: "busy" });
      last += 1;
      line.push({ id: last, page, done });
      if (line.length === 1) next();
    });
}
