import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

const MESSAGE = "should not be 0: files of the root group are open to the process, on every volume";

/** The primary group is container-group-id's. */
export const rule: PodRule = {
  name: "pod-root-groups",
  description: "No pod should be given the root group by its volumes or as a supplemental group.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Set fsGroup and supplementalGroups to 10000 or above, or leave them out.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  checkPod({ spec }, require) {
    const context = spec.at("securityContext");
    for (const group of [context.at("fsGroup"), ...context.at("supplementalGroups").items()]) {
      require(group.test(isNotRoot), group, MESSAGE);
    }
  },
};

function isNotRoot(group: unknown): boolean {
  return group === undefined || (Number.isInteger(group) && group !== 0);
}
