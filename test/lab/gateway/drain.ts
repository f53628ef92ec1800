import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";

/**
 * Takes pods off their node as `kubectl drain` does: through the Eviction API, all at once, and again those that were
 * refused. The node itself is not cordoned, for the lab has no other on which they could come up again.
 *
 * @returns how often the disruption budget refused an eviction
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/
 */
export async function drain(namespace: string, pods: readonly string[]): Promise<number> {
  let refused = 0;
  let left = pods;
  while (left.length > 0) {
    const evicted = await Promise.all(left.map((pod) => evict(namespace, pod)));
    left = left.filter((_, index) => !evicted[index]);
    refused += left.length;
    await sleep(1000);
  }
  return refused;
}

/** Whether the API server let the pod go; 429 is the only refusal that is no failure. */
async function evict(namespace: string, name: string): Promise<boolean> {
  const eviction = { apiVersion: "policy/v1", kind: "Eviction", metadata: { name, namespace } };
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`;
  const { failed, stderr } = await execa("kubectl", ["create", "--raw", path, "-f", "-"], {
    input: JSON.stringify(eviction),
    reject: false,
  });
  if (failed && !stderr.includes("disruption budget")) throw new Error(stderr);
  return !failed;
}
