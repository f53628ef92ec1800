import { kubectl } from "./cluster.ts";
import { MONITORING } from "./stack.ts";

const KINDS = [
  "namespaces",
  "clusterroles",
  "clusterrolebindings",
  "priorityclasses",
  "gateways",
  "customresourcedefinitions",
];

/** What the stack has made in the cluster outside of its namespaces, and these themselves: their names tell. */
export async function leftovers(): Promise<string[]> {
  const lists = await Promise.all([
    kubectl("get", KINDS.join(","), "--all-namespaces", "-o", "name"),
    // The metrics API is delegated there.
    kubectl("-n", "kube-system", "get", "rolebindings", "-o", "name"),
  ]);
  const names = lists.flatMap((list) => list.split("\n"));
  return names.filter((name) => name.includes(`/${MONITORING}`));
}
