import { setTimeout as sleep } from "node:timers/promises";
import { processStat } from "./stat.ts";

/** Asks a process to end, and makes it after `grace` ms. */
export async function stopProcess(pid: number, grace: number): Promise<void> {
  signal(pid, "SIGTERM");
  const deadline = Date.now() + grace;
  while (processStat(pid)) {
    if (Date.now() > deadline) signal(pid, "SIGKILL");
    await sleep(20);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already, which is what was wanted.
  }
}
