import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

export const rule: PodRule = {
  name: "pod-share-process-namespace",
  description: "The containers of a pod should not see each other's processes.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Remove shareProcessNamespace, and let containers talk over localhost or a shared volume.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/",
  checkPod({ spec }, require) {
    const shared = spec.at("shareProcessNamespace");
    const message = "should be unset: each container could signal the others, and read their files and environment";
    require(shared.isOneOf([undefined, false]), shared, message);
  },
};
