import { hasLab } from "../assemble.ts";
import { LabError } from "../error.ts";
import { ensureLabImages, type LabImageName } from "../images/index.ts";
import { observability } from "../images/observability.ts";
import { REGISTRY } from "../parts/registry.ts";
import type { Progress } from "../progress.ts";
import type { State } from "../state.ts";
import { ensureTools } from "../tools/ensure.ts";

/**
 * Puts the programs of the monitoring into the lab's registry. Not a part of the lab: compiling them takes longer than
 * everything else together, and most stacks run beside one that brings them.
 *
 * @throws LabError when the lab is down, or a program cannot be compiled
 */
export async function images(state: State, progress: Progress): Promise<void> {
  if (!hasLab(state)) throw new LabError("The lab is down, and its registry with it. Bring it up with: make lab-up");
  const tools = await ensureTools(["observability"], progress);
  const names = Object.keys(observability) as LabImageName[];
  await ensureLabImages(names, { tools, registry: REGISTRY, onMade: (name) => progress.note(`  image ${name}`) });
}
