import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { pod, type Pod } from "./cluster.ts";

/** Ends a program as the kernel does when memory is short: with SIGKILL, in the middle of whatever it does. */
async function kill(namespace: string, program: string): Promise<void> {
  const { metadata, container } = await running(namespace, program);
  const id = container.containerID?.replace("containerd://", "") ?? "";
  // Both ids stand in the control group; one alone would also match the pause process, or nothing would match everything.
  const mine = processes().filter(({ groups }) => id && groups.includes(metadata.uid) && groups.includes(id));
  const [only, ...others] = mine;
  if (!only || others.length > 0) throw new Error(`${namespace}/${program}: ${mine.length} processes`);
  process.kill(only.pid, "SIGKILL");
}

/** A program by its namespace and name. */
export type Victim = readonly [string, string];

/** Kills one program after the other, three seconds between them, and waits until all of them are back. */
export async function killInTurn(victims: readonly Victim[]): Promise<void> {
  const back = new Map<string, Promise<void>>();
  for (const [namespace, program] of victims) {
    await sleep(3000);
    // One that is killed twice must first run again.
    await back.get(program);
    const before = await restarts(namespace, program);
    await kill(namespace, program);
    back.set(program, isBack(namespace, program, before));
  }
  await Promise.all(back.values());
}

/** Waits until the kubelet has started a program once more than it had before, and finds it ready. */
export async function isBack(namespace: string, program: string, { restartCount }: Restarts): Promise<void> {
  const again = async () => {
    const { container } = await running(namespace, program);
    return container.restartCount > restartCount && container.ready;
  };
  await expect.poll(again, { message: `${program} is back`, timeout: 120_000, interval: 500 }).toBe(true);
}

type Restarts = Pick<NonNullable<Pod["status"]["containerStatuses"]>[number], "restartCount">;

/** How often the kubelet has started a program again. */
export async function restarts(namespace: string, program: string): Promise<Restarts> {
  return (await running(namespace, program)).container;
}

async function running(namespace: string, program: string) {
  const { metadata, status } = await pod(namespace, program);
  const container = status.containerStatuses?.find(({ name }) => name === program);
  if (!container) throw new Error(`${namespace}/${program}: no container of that name`);
  return { metadata, container };
}

function processes(): { pid: number; groups: string }[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => ({ pid: Number(entry), groups: groupsOf(entry) }));
}

function groupsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cgroup`, "utf8");
  } catch {
    // The process ended meanwhile.
    return "";
  }
}
