import { execa } from "execa";

/**
 * The command runs beside a watcher that reads a pipe from us. Nothing is ever written to it: it ends when we do, even
 * by kill -9, and then the watcher ends the whole process group, compilers included. Go leaves them running otherwise.
 */
const SUPERVISOR = `
exec 3<&0
"$@" </dev/null 3<&- &
work=$!
(read -r _ <&3; kill -KILL -- -$$) >/dev/null 2>&1 &
watcher=$!
wait $work
code=$?
kill $watcher
exit $code`;

/** A command whose output goes to a log file. */
export interface LoggedCommand {
  command: readonly [string, ...string[]];
  cwd: string;
  env: Record<string, string>;
  /** File that the output is appended to. */
  log: string;
  /** Ends the command, all of it, early. */
  signal: AbortSignal;
}

/** Runs a command that does not outlive this process. Resolves to whether it succeeded. */
export async function runLogged({ command, cwd, env, log, signal }: LoggedCommand): Promise<boolean> {
  const output = { file: log, append: true } as const;
  const running = execa("sh", ["-c", SUPERVISOR, "sh", ...command], {
    cwd,
    env,
    stdin: "pipe",
    stdout: output,
    stderr: output,
    buffer: false,
    // Its own process group, so that it can be ended as one.
    detached: true,
    reject: false,
  });
  const end = () => running.stdin.end();
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  const { failed } = await running;
  signal.removeEventListener("abort", end);
  return !failed;
}
