import { at, count, text } from "../objects.ts";
import { podsOf } from "./pods.ts";
import { READY, TEN_MINUTES, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";

/** All replicas run the update revision and are ready. With `OnDelete`, pods move on when somebody deletes them. */
export const statefulSet: Wait = {
  timeout: TEN_MINUTES,
  async observe(object, cluster) {
    return { owners: [object], pods: await podsOf(cluster, object, [object]) };
  },
  evaluate({ object }) {
    const name = object.metadata.name ?? "";
    const wanted = at(object, "spec", "replicas") === undefined ? 1 : count(object, "spec", "replicas");
    const progress = (done: number): string => `(${done}/${wanted} Pods)`;
    if (count(object, "status", "observedGeneration") < (object.metadata.generation ?? 0)) {
      return waiting(`[1/3] Waiting for ${name} to be seen by its controller`);
    }
    const ready = count(object, "status", "readyReplicas");
    if (ready < wanted) return waiting(`[2/3] Waiting for ${name} to be ready ${progress(ready)}`);
    if (at(object, "spec", "updateStrategy", "type") === "OnDelete") return READY;

    const partition = count(object, "spec", "updateStrategy", "rollingUpdate", "partition");
    const updated = count(object, "status", "updatedReplicas");
    const isCurrent = text(object, "status", "updateRevision") === text(object, "status", "currentRevision");
    if (partition > 0 ? updated < wanted - partition : !isCurrent) {
      return waiting(`[3/3] Waiting for ${name} to be updated ${progress(updated)}`);
    }
    return READY;
  },
};
