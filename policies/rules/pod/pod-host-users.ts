import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** Leaving it out is no finding: not every node can do user namespaces yet (KEP-127). */
export const rule: PodRule = {
  name: "pod-host-users",
  description: "A pod should not insist on the node's users.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Remove hostUsers, or set it to false where nodes have user namespaces.",
  url: "https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/",
  checkPod({ spec }, require) {
    const hostUsers = spec.at("hostUsers");
    const message = "should be false or unset: a user namespace makes root in the container nobody on the node";
    require(hostUsers.isOneOf([undefined, false]), hostUsers, message);
  },
};
