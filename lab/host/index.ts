import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LabError } from "../error.ts";
import type { Progress } from "../progress.ts";
import { select } from "../tools/catalog.ts";
import { findGo, noGo, oldGo } from "../tools/go.ts";
import { sourceFolder } from "../tools/paths.ts";
import { cgroupProblems } from "./cgroups.ts";
import { installPackages, packageProblems } from "./packages.ts";
import { portProblems } from "./ports.ts";
import { missingCapabilities } from "./proc.ts";
import type { Problem } from "./problem.ts";
import { gigabytes, roomAt } from "./room.ts";
import { which } from "./which.ts";

/** What the lab is about to use of the machine. */
export interface HostDemand {
  /**
   * TCP ports of the host that must be free.
   * @default none, which is right while the lab is up and holds them itself
   */
  ports?: readonly number[];
  /** Folder that will hold images, volumes and logs. */
  stateDirectory?: string;
}

/** Images of the platform, the image builder's cache and etcd, in MB. */
const STATE_ROOM = 5_000;

/** Everything that keeps the lab from running on this machine, each with the way out. Changes nothing. */
export async function hostProblems({ ports = [], stateDirectory }: HostDemand = {}): Promise<Problem[]> {
  if (process.platform !== "linux") {
    const fix = "use a Linux machine or VM, or give the stack another cluster (slipway:cluster)";
    return [{ what: `the lab needs Linux, and this is ${process.platform}`, fix }];
  }
  return [
    ...privilegeProblems(readFileSync("/proc/self/status", "utf8")),
    ...packageProblems(),
    ...(await goProblems()),
    ...cgroupProblems(),
    ...portProblems(ports),
    ...(stateDirectory ? await roomProblems(stateDirectory) : []),
  ];
}

/**
 * Installs the distribution's packages where that can be done, and then insists on the rest.
 * @throws LabError with one line a problem
 */
export async function prepareHost(demand: HostDemand, progress: Progress): Promise<void> {
  await installPackages(progress);
  const problems = await hostProblems(demand);
  if (problems.length === 0) return;
  throw new LabError(`The lab cannot run on this machine yet:\n${problems.map(formatProblem).join("\n")}`);
}

/** A problem as a line: `- port 5000 is taken by process 812 (nginx). Fix: stop it: kill 812`. */
export function formatProblem({ what, fix }: Problem): string {
  return `- ${what}. Fix: ${fix}`;
}

/** Rows for rights that a process lacks, from its /proc/<pid>/status. */
export function privilegeProblems(status: string): Problem[] {
  const missing = missingCapabilities(status);
  if (missing.length === 0) return [];
  const fix =
    process.getuid?.() === 0
      ? "give this container those capabilities, or run on the machine itself"
      : "run it as root, with sudo -E";
  return [{ what: `the lab mounts, and makes namespaces, for which it needs ${missing.join(", ")}`, fix }];
}

/** Rows for a Go that cannot build the tools. */
async function goProblems(): Promise<Problem[]> {
  if (!which("go")) return [noGo];
  const go = await findGo();
  const problems = select(["cluster", "engine"]).map((name) =>
    oldGo(go, name, readFileSync(join(sourceFolder(name), "go.mod"), "utf8")),
  );
  return problems.filter((problem) => problem !== undefined);
}

async function roomProblems(stateDirectory: string): Promise<Problem[]> {
  const { megabytes } = await roomAt(stateDirectory);
  if (megabytes >= STATE_ROOM) return [];
  const what = `${gigabytes(megabytes)} of disk are free below ${stateDirectory}, and the lab's images need ${gigabytes(STATE_ROOM)}`;
  return [{ what, fix: "make room, or point SLIPWAY_LAB_STATE at a larger disk" }];
}
