import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds between two looks, at first and in the long run: most of what is waited for takes an instant or minutes. */
const SHORTEST = 50;
const LONGEST = 500;

/** Waits before the next look; shorter where the deadline comes first, and no longer where the engine is asked to stop. */
export async function pause(attempt: number, deadline: number, signal: AbortSignal): Promise<void> {
  const time = Math.min(LONGEST, SHORTEST * 2 ** attempt, Math.max(0, deadline - Date.now()));
  await sleep(time, undefined, { signal }).catch(() => undefined);
}
