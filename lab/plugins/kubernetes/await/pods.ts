import type { Cluster } from "../cluster.ts";
import { list, text } from "../objects.ts";
import type { KubernetesObject } from "../objects.ts";

/** @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/ */
interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: "In" | "NotIn" | "Exists" | "DoesNotExist"; values?: string[] }[];
}

const POD = { apiVersion: "v1", kind: "Pod" };
const REPLICA_SET = { apiVersion: "apps/v1", kind: "ReplicaSet" };
const REVISION = "deployment.kubernetes.io/revision";

/** A workload's pods: those that its selector finds and that belong to one of the owners. */
export async function podsOf(
  cluster: Cluster,
  workload: KubernetesObject,
  owners: readonly KubernetesObject[],
): Promise<KubernetesObject[]> {
  const pods = await cluster.list(POD, workload.metadata.namespace, { labelSelector: selectorOf(workload) });
  return pods.filter((pod) => owners.some((owner) => isOwnedBy(pod, owner)));
}

/** The replica set of a deployment's newest revision; none while the controller has not made it. */
export async function newReplicaSets(cluster: Cluster, deployment: KubernetesObject): Promise<KubernetesObject[]> {
  const sets = await cluster.list(REPLICA_SET, deployment.metadata.namespace, {
    labelSelector: selectorOf(deployment),
  });
  return sets.filter((set) => isOwnedBy(set, deployment) && revision(set) === revision(deployment));
}

/** The rollout that a deployment, or one of its replica sets, belongs to; 0 before the controller has seen it. */
export function revision(object: KubernetesObject): number {
  return Number(object.metadata.annotations?.[REVISION] ?? 0);
}

function isOwnedBy(object: KubernetesObject, owner: KubernetesObject): boolean {
  return (object.metadata.ownerReferences ?? []).some(({ uid }) => uid === owner.metadata.uid);
}

/** A workload's selector as the API takes it in a query. */
export function selectorOf(workload: KubernetesObject): string {
  const { matchLabels = {}, matchExpressions = [] } =
    (workload.spec as { selector?: LabelSelector } | undefined)?.selector ?? {};
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const expressions = matchExpressions.map(({ key, operator, values = [] }) => {
    switch (operator) {
      case "In":
      case "NotIn":
        return `${key} ${operator.toLowerCase()} (${values.join(",")})`;
      case "Exists":
        return key;
      case "DoesNotExist":
        return `!${key}`;
    }
  });
  return [...labels, ...expressions].join(",");
}

/** True for a pod that serves, or that has done its work. */
export function isPodReady(pod: KubernetesObject): boolean {
  const ready = list<{ type: string; status: string }>(pod, "status", "conditions").find(
    ({ type }) => type === "Ready",
  );
  return ready?.status === "True" || text(pod, "status", "phase") === "Succeeded";
}
