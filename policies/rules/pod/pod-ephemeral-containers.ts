import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

export const rule: PodRule = {
  name: "pod-ephemeral-containers",
  description: "Ephemeral containers are for debugging a running pod: no program may declare any.",
  level: mandatory,
  severity: "high",
  framework: security,
  remediation: "Remove ephemeralContainers; `kubectl debug` adds one to a pod that runs.",
  url: "https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/",
  checkPod({ spec }, require) {
    const containers = spec.at("ephemeralContainers");
    const message = "must be unset: the API refuses them in a new pod, and a debugger has no place in what is shipped";
    require(containers.empty, containers, message);
  },
};
