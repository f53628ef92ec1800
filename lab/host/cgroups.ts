import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "./problem.ts";
import { parseCgroups } from "./proc.ts";

/** Controllers that the kubelet insists on, by what each version calls them. */
const REQUIRED = { 1: ["cpu", "cpuacct", "cpuset", "memory", "pids"], 2: ["cpu", "cpuset", "memory", "pids"] } as const;

/** Rows for control groups that cannot carry pods. */
export function cgroupProblems(): Problem[] {
  const cgroups = parseCgroups(readFileSync("/proc/self/mountinfo", "utf8"));
  if (cgroups.version === 0) {
    return [{ what: "no control groups are mounted", fix: "mount -t cgroup2 none /sys/fs/cgroup" }];
  }
  const present =
    cgroups.version === 1
      ? cgroups.controllers
      : readFileSync(join(cgroups.mountpoint, "cgroup.controllers"), "utf8").trim().split(" ");
  return REQUIRED[cgroups.version]
    .filter((name) => !present.includes(name))
    .map((name) => ({
      what: `the kernel has no ${name} controller for control groups (v${cgroups.version})`,
      fix: `add cgroup_enable=${name} to the kernel command line and reboot`,
    }));
}
