import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { LabError } from "../error.ts";
import type { Lab } from "../lab.ts";
import { isProcess, type Part, type ProcessPart } from "../parts/part.ts";
import type { Running } from "./find.ts";
import { fingerprint, logFile, startProcess } from "./start.ts";
import { processStat } from "./stat.ts";
import { stopProcess } from "./stop.ts";

/** What had to be done about a part. */
export type Outcome = "started" | "restarted" | "running" | "done";

/** Longest that a part may take to become ready, in ms; on a slow machine the API server has needed 20 s. */
const READY_TIMEOUT = 120_000;
const POLL = 50;
/** Time for a part to end by itself before it is restarted, in ms. */
const RESTART_GRACE = 5_000;
const LINES_SHOWN = 8;

/** Brings one part to where it is ready. @throws LabError with the end of its log when it does not get there */
export async function ensurePart(part: Part, lab: Lab, running: Running | undefined): Promise<Outcome> {
  if (!isProcess(part)) {
    await part.run(lab);
    await waitUntil(part, lab, async () => part.ready?.(lab).catch(() => false) ?? true);
    return "done";
  }
  const unchanged = running?.fingerprint === fingerprint(part, lab);
  if (running && !unchanged) await stopProcess(running.pid, RESTART_GRACE);
  const pid = unchanged ? running.pid : await startProcess(part, lab);
  await waitUntil(part, lab, async () => {
    if (!processStat(pid)) throw await failure(part, lab, "ended before it was ready");
    return part.ready(lab, pid).catch(() => false);
  });
  if (unchanged) return "running";
  return running ? "restarted" : "started";
}

async function waitUntil(part: Part, lab: Lab, isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT;
  while (!(await isReady())) {
    if (Date.now() > deadline) throw await failure(part, lab, `was not ready after ${READY_TIMEOUT / 1000} s`);
    await sleep(POLL);
  }
}

async function failure(part: Part, lab: Lab, what: string): Promise<LabError> {
  if (!isProcess(part))
    return new LabError(`${part.name} ${what}; see what its pods say: kubectl get events --all-namespaces`);
  return new LabError(`${part.name} ${what}; its log (${logFile(lab, part.name)}) ends:\n${await logTail(part, lab)}`);
}

async function logTail(part: ProcessPart, lab: Lab): Promise<string> {
  const log = await readFile(logFile(lab, part.name), "utf8").catch(() => "");
  const lines = log.trimEnd().split("\n").slice(-LINES_SHOWN);
  return lines.map((line) => `  ${line.slice(0, 400)}`).join("\n");
}
