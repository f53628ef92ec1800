import { at, count } from "../objects.ts";
import { podsOf } from "./pods.ts";
import { READY, TEN_MINUTES, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";

/** Every node that should have a pod has an updated one that serves. */
export const daemonSet: Wait = {
  timeout: TEN_MINUTES,
  async observe(object, cluster) {
    return { owners: [object], pods: await podsOf(cluster, object, [object]) };
  },
  evaluate({ object }) {
    const name = object.metadata.name ?? "";
    if (count(object, "status", "observedGeneration") < (object.metadata.generation ?? 0)) {
      return waiting(`[1/2] Waiting for ${name} to be seen by its controller`);
    }
    const wanted = count(object, "status", "desiredNumberScheduled");
    const updated = count(object, "status", "updatedNumberScheduled");
    const available = count(object, "status", "numberAvailable");
    const waitsForUpdate = at(object, "spec", "updateStrategy", "type") !== "OnDelete";
    if (waitsForUpdate && updated < wanted)
      return waiting(`[1/2] Waiting for ${name} to be updated (${updated}/${wanted} nodes)`);
    if (available < wanted) return waiting(`[2/2] Waiting for ${name} to be available (${available}/${wanted} nodes)`);
    return READY;
  },
};
