import { LabError } from "./error.ts";
import { findParts, type Running } from "./process/find.ts";
import { requireRights } from "./rights.ts";
import type { State } from "./state.ts";

/**
 * The parts of this lab that run. Names and addresses exist once on a machine, and so does the lab.
 * @throws LabError when another state directory's lab runs, or when this process may not look
 */
export async function ownParts(state: State): Promise<Map<string, Running>> {
  await requireRights();
  const running = await findParts();
  const other = [...running.values()].find((part) => part.state !== state.root)?.state;
  if (other === undefined) return running;
  throw new LabError(
    `another lab runs on this machine, with its state in ${other}; set SLIPWAY_LAB_STATE=${other} to use it or to take it down.`,
  );
}
