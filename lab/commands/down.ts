import { ownParts } from "../owner.ts";
import { formatElapsed, lineProgress, type Progress } from "../progress.ts";
import { removeLab } from "../remove.ts";
import type { State } from "../state.ts";

/** Takes the lab down and removes everything but the tools. It needs nothing to be intact, nor to be there. */
export async function down(state: State, progress: Progress = lineProgress()): Promise<void> {
  const began = Date.now();
  await ownParts(state);
  await removeLab(state, { keepLogs: false });
  progress.note(`The lab is gone after ${formatElapsed(Date.now() - began)}.`);
}
