import { pssBaseline } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

const HANDLERS = [
  ["livenessProbe"],
  ["readinessProbe"],
  ["startupProbe"],
  ["lifecycle", "postStart"],
  ["lifecycle", "preStop"],
] as const;

/**
 * New in 1.34: the kubelet sends these requests from the node, so a host of one's own choosing is a way into the node's network.
 *
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_hostProbesAndhostLifecycle.go
 */
export const rule: PodRule = {
  name: "pss-baseline-host-probes-and-host-lifecycle",
  description: "No probe or lifecycle hook may name a host: it is the pod that they are about.",
  level: mandatory,
  severity: "high",
  framework: pssBaseline,
  remediation:
    "Remove host from httpGet and tcpSocket; without it the kubelet asks the pod. A Host header goes in httpHeaders.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      for (const handler of HANDLERS) {
        for (const action of ["httpGet", "tcpSocket"]) {
          const host = spec.at(...handler, action, "host");
          const message = "must be unset, or the node sends the request wherever it says";
          require(host.isOneOf([undefined, ""]), host, message);
        }
      }
    }
  },
};
