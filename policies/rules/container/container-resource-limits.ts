import { reliability } from "../../frameworks.ts";
import { isPositiveQuantity } from "../../kubernetes/quantity.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** No CPU limit is asked for: throttling a service that the node has room for helps nobody (kube-linter#459). */
const NEEDED = [
  { path: ["limits", "memory"], why: "must be set, or a leak takes memory from every pod on the node" },
  {
    path: ["requests", "memory"],
    why: "must be set, or the pod may be put where there is no room and is evicted first",
  },
  { path: ["requests", "cpu"], why: "must be set, or the container starves on a busy node and cannot be autoscaled" },
] as const;

/** Ephemeral containers cannot have resources; those of the whole pod (KEP-2837) serve for each of its containers. */
export const rule: PodRule = {
  name: "container-resource-limits",
  description: "Every container must have a memory limit and request memory and CPU.",
  level: mandatory,
  severity: "medium",
  framework: reliability,
  remediation:
    "Set resources.limits.memory, resources.requests.memory and resources.requests.cpu on the container or the pod.",
  url: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  checkPod({ spec: pod, containers }, require) {
    for (const { role, spec } of containers) {
      if (role === "ephemeral") continue;
      for (const { path, why } of NEEDED) {
        const own = spec.at("resources", ...path);
        const ofPod = pod.at("resources", ...path);
        require(or(own.test(isPositiveQuantity), ofPod.test(isPositiveQuantity)), own, why);
      }
    }
  },
};
