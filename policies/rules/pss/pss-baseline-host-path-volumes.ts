import { pssBaseline } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_hostPathVolumes.go */
export const rule: PodRule = {
  name: "pss-baseline-host-path-volumes",
  description: "No pod may mount a path of its node.",
  level: mandatory,
  severity: "high",
  framework: pssBaseline,
  remediation: "Use a persistentVolumeClaim for data that stays, and an emptyDir for data that does not.",
  url: "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath",
  checkPod({ spec }, require) {
    for (const volume of spec.at("volumes").items()) {
      const hostPath = volume.at("hostPath");
      require(hostPath.absent, hostPath, "must not be set: files of the node give away the node, and its other pods");
    }
  },
};
