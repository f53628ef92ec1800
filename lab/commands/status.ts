import { hasLab, openLab } from "../assemble.ts";
import { isProcess } from "../parts/part.ts";
import { parts } from "../parts/index.ts";
import { ownParts } from "../owner.ts";
import { processStat } from "../process/stat.ts";
import type { State } from "../state.ts";
import { locateTools } from "../tools/paths.ts";
import { formatStatus, type PartStatus } from "./table.ts";

/** Prints each part and how it is. Returns whether all of them do their work. */
export async function status(state: State): Promise<boolean> {
  const running = await ownParts(state);
  if (running.size === 0 || !hasLab(state)) {
    console.log("The lab is down. Bring it up with: make lab-up");
    return false;
  }
  const lab = await openLab(state, (await locateTools(["cluster"])).paths);
  const found = await Promise.all(
    parts.map(async (part): Promise<PartStatus[]> => {
      const { name } = part;
      if (!isProcess(part)) return part.ready ? [{ name, state: await ask(part.ready(lab)) }] : [];
      const pid = running.get(name)?.pid;
      const stat = pid === undefined ? undefined : processStat(pid);
      if (pid === undefined || !stat) return [{ name, state: "down" }];
      return [{ name, state: await ask(part.ready(lab, pid)), pid, uptime: stat.uptime, memory: stat.memory }];
    }),
  );
  const rows = found.flat();
  console.log(formatStatus(rows));
  const healthy = rows.every((row) => row.state === "ready");
  console.log(healthy ? `\nexport KUBECONFIG=${state.kubeconfig}` : "\nRepair it with: make lab-up");
  return healthy;
}

async function ask(ready: Promise<boolean>): Promise<PartStatus["state"]> {
  return (await ready.catch(() => false)) ? "ready" : "not ready";
}
