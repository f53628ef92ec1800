import { hasLab, makeLab } from "../assemble.ts";
import { prepareHost } from "../host/index.ts";
import { ensureNamespace } from "../network/namespace.ts";
import { ensureMounts } from "../node/mounts.ts";
import { ownParts } from "../owner.ts";
import { parts } from "../parts/index.ts";
import { startInOrder } from "../parts/order.ts";
import { ensurePart } from "../process/ensure.ts";
import { formatElapsed, lineProgress, type Progress } from "../progress.ts";
import { removeLab } from "../remove.ts";
import type { State } from "../state.ts";
import { ensureTools } from "../tools/ensure.ts";

/** Port of the registry on the host; all others are the namespace's own. */
const HOST_PORTS = [5000];

/**
 * Brings the lab up, or back: starts what does not run, restarts what runs with another configuration, and leaves
 * alone what is as it should be.
 *
 * @throws LabError when the machine or a part does not allow it; a lab that was not there before is then gone again,
 * but for its logs
 */
export async function up(state: State, progress: Progress = lineProgress()): Promise<void> {
  const running = await ownParts(state);
  const ports = running.has("registry-host") ? [] : HOST_PORTS;
  await prepareHost({ ports, stateDirectory: state.root }, progress);
  const tools = await ensureTools(["cluster"], progress);

  const began = Date.now();
  const isNew = running.size === 0 && !hasLab(state);
  try {
    const lab = await makeLab(state, tools);
    await Promise.all([ensureNamespace(lab.network), ensureMounts(state)]);
    await startInOrder(parts, async (part) => {
      const started = Date.now();
      const outcome = await ensurePart(part, lab, running.get(part.name));
      progress.note(`  ${part.name.padEnd(24)} ${outcome.padEnd(10)} ${String(Date.now() - started).padStart(6)} ms`);
    });
  } catch (error) {
    if (isNew) await removeLab(state, { keepLogs: true });
    throw error;
  }
  progress.note(`The lab is ready after ${formatElapsed(Date.now() - began)}: export KUBECONFIG=${state.kubeconfig}`);
}
