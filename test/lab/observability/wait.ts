import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits for something, and no longer than a while: what came of it is for the test to say, which tells more of a failure
 * than that the time is over.
 */
export async function waited(seconds: number, isThere: () => Promise<boolean>, interval = 1): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(interval * 1000)) {
    // What is asked may be the very program that is being restarted.
    if (await isThere().catch(() => false)) return;
  }
}
