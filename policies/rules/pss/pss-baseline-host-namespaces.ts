import { pssBaseline } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

const NAMESPACES = {
  hostNetwork: "must be false or unset, or the pod listens and sniffs on the node's own network; use a Service",
  hostPID: "must be false or unset, or the pod sees and may signal every process of the node",
  hostIPC: "must be false or unset, or the pod reads the shared memory of the node's processes",
} as const;

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_hostNamespaces.go */
export const rule: PodRule = {
  name: "pss-baseline-host-namespaces",
  description: "No pod may share the network, the processes or the IPC of its node.",
  level: mandatory,
  severity: "critical",
  framework: pssBaseline,
  remediation: "Remove hostNetwork, hostPID and hostIPC; a Service makes a pod reachable.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  checkPod({ spec }, require) {
    for (const [name, why] of Object.entries(NAMESPACES)) {
      const shared = spec.at(name);
      require(shared.isOneOf([undefined, false]), shared, why);
    }
  },
};
