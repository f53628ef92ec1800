import { isDeepStrictEqual } from "node:util";
import { at, condition, count } from "../objects.ts";
import { newReplicaSets, podsOf, revision } from "./pods.ts";
import { READY, TEN_MINUTES, failed, waiting } from "./verdict.ts";
import type { Observation, Verdict, Wait } from "./verdict.ts";

/** Rolled out: the newest replica set is complete, and enough of it serves. */
export const deployment: Wait = {
  timeout: TEN_MINUTES,
  async observe(object, cluster) {
    const owners = await newReplicaSets(cluster, object);
    return { owners: [object, ...owners], pods: await podsOf(cluster, object, owners) };
  },
  evaluate,
};

function evaluate({ object, before }: Observation): Verdict {
  const name = object.metadata.name ?? "";
  const wanted = at(object, "spec", "replicas") === undefined ? 1 : count(object, "spec", "replicas");
  const progress = `(${count(object, "status", "availableReplicas")}/${wanted} Pods available)`;
  const step = waiting(`[1/2] Waiting for ${name} to roll out its newest ReplicaSet ${progress}`);

  if (count(object, "status", "observedGeneration") < (object.metadata.generation ?? 0)) return step;
  const rollsOut = before && !isDeepStrictEqual(template(before), template(object));
  // The conditions may still be those of the rollout before until the controller counts a new one.
  if (rollsOut && revision(object) <= revision(before)) return step;

  const progressing = condition(object, "Progressing");
  // Back to a ReplicaSet that there is, the controller keeps the verdict on the failed one until a pod makes progress.
  const stale = rollsOut && isDeepStrictEqual(condition(before, "Progressing"), progressing);
  if (stale && progressing?.status === "False") return step;
  if (progressing?.status === "False") {
    return failed(`${name} does not progress: [${progressing.reason ?? ""}] ${progressing.message ?? ""}`);
  }
  if (progressing?.reason !== "NewReplicaSetAvailable") return step;
  // Back to a ReplicaSet that there is, even a new revision comes with the conditions of the rollout before, which was
  // complete; the counts are those of the new one.
  if (rollsOut && count(object, "status", "updatedReplicas") < wanted) return step;
  if (condition(object, "Available")?.status !== "True")
    return waiting(`[2/2] Waiting for ${name} to be available ${progress}`);
  return READY;
}

function template(deployment: Observation["object"]): unknown {
  return at(deployment, "spec", "template");
}
