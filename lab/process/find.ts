import { readFile } from "node:fs/promises";
import { labProcesses } from "../node/cgroups.ts";

/** A part that runs. */
export interface Running {
  part: string;
  pid: number;
  /** State directory of the lab that it belongs to. */
  state: string;
  /** Stands for the command and the configuration that it was started with. */
  fingerprint: string;
}

/**
 * The parts that run, by name. Each process carries in its environment what it is, so that nothing has to be believed
 * that a file says: a pid file outlives its process, and a process its pid file.
 */
export async function findParts(): Promise<Map<string, Running>> {
  const found = await Promise.all((await labProcesses()).map(describe));
  return new Map(found.filter((running) => running !== undefined).map((running) => [running.part, running]));
}

async function describe(pid: number): Promise<Running | undefined> {
  const environ = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
  return identify(pid, environ);
}

/** What a process says it is. Its children inherit the environment, but not the pid in it. */
export function identify(pid: number, environ: string): Running | undefined {
  const variable = (name: string) =>
    environ
      .split("\0")
      .find((entry) => entry.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  const part = variable("SLIPWAY_LAB_PART");
  if (!part || variable("SLIPWAY_LAB_PID") !== String(pid)) return undefined;
  return {
    part,
    pid,
    state: variable("SLIPWAY_LAB_STATE") ?? "",
    fingerprint: variable("SLIPWAY_LAB_FINGERPRINT") ?? "",
  };
}
