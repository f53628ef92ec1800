import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { mounts } from "./mountinfo.ts";

/** Every process of the lab, pods and builds included, is in this control group or below it. */
export const CGROUP = "slipway-lab";

/** Controllers that the kubelet wants to find below its root (cgroup v2). */
const controllers = ["cpu", "cpuset", "io", "memory", "pids"];

/** The lab's directory in each hierarchy: one on a machine with cgroup v2, a dozen with v1. */
async function cgroupDirectories(): Promise<string[]> {
  const hierarchies = (await mounts()).filter(({ type }) => type === "cgroup" || type === "cgroup2");
  return hierarchies.map(({ point }) => join(point, CGROUP));
}

/** Makes the lab's group and one for a part, in every hierarchy. Returns the part's directories. */
export async function ensureCgroup(part: string): Promise<string[]> {
  const made: string[] = [];
  for (const directory of await cgroupDirectories()) {
    await mkdir(directory, { recursive: true });
    if (existsSync(join(directory, "cpuset.cpus")) && existsSync(join(directory, "cgroup.clone_children"))) {
      await inheritCpuset(directory);
    }
    if (existsSync(join(directory, "cgroup.subtree_control"))) await delegate(directory);
    const own = join(directory, part);
    await mkdir(own, { recursive: true });
    made.push(own);
  }
  return made;
}

/** In cgroup v1 a new cpuset is empty, and takes no process until somebody says otherwise. */
async function inheritCpuset(directory: string): Promise<void> {
  for (const file of ["cpuset.cpus", "cpuset.mems"]) {
    if ((await readFile(join(directory, file), "utf8")).trim() !== "") continue;
    await writeFile(join(directory, file), await readFile(join(directory, "..", file), "utf8"));
  }
  await writeFile(join(directory, "cgroup.clone_children"), "1");
}

/** cgroup v2: hands the controllers that there are down to the lab's own groups. */
async function delegate(directory: string): Promise<void> {
  for (const parent of [join(directory, ".."), directory]) {
    const available = (await readFile(join(parent, "cgroup.controllers"), "utf8")).trim().split(" ");
    const wanted = controllers.filter((name) => available.includes(name)).map((name) => `+${name}`);
    if (wanted.length > 0) await writeFile(join(parent, "cgroup.subtree_control"), wanted.join(" "));
  }
}

/** Process ids in the lab's groups. */
export async function labProcesses(): Promise<number[]> {
  const found = new Set<number>();
  for (const directory of await cgroupDirectories()) {
    for (const group of await tree(directory)) {
      const procs = await readFile(join(group, "cgroup.procs"), "utf8").catch(() => "");
      for (const pid of procs.split("\n")) if (pid !== "") found.add(Number(pid));
    }
  }
  return [...found];
}

/** Kills what is in the lab's groups until nothing is: pods, shims, builds, and parts that did not listen. */
export async function killLabProcesses(): Promise<void> {
  for (let pids = await labProcesses(); pids.length > 0; pids = await labProcesses()) {
    for (const pid of pids) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It was faster.
      }
    }
    await sleep(20);
  }
}

/** Removes the lab's groups, deepest first. The kernel may need a moment after the last process has gone. */
export async function removeCgroups(): Promise<void> {
  for (const directory of await cgroupDirectories()) {
    for (const group of (await tree(directory)).reverse()) await removeWhenFree(group);
  }
}

async function removeWhenFree(group: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rmdir(group);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT") return;
      if (code !== "EBUSY" || attempt === 100) throw error;
      await sleep(50);
    }
  }
}

/** A group and all groups below it, parents first. */
async function tree(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const below = await Promise.all(entries.filter((e) => e.isDirectory()).map((e) => tree(join(directory, e.name))));
  return existsSync(directory) ? [directory, ...below.flat()] : [];
}
