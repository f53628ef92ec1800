import { pssRestricted } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

export const rule: ObjectRule = {
  name: "namespace-pod-security",
  description: "Every namespace must have the API server enforce the Pod Security Standard restricted.",
  level: mandatoryInProd,
  severity: "high",
  framework: pssRestricted,
  remediation: "Set the label pod-security.kubernetes.io/enforce: restricted.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
  kinds: ["Namespace"],
  checkObject({ fields, isPatch }, require) {
    const label = fields.at("metadata", "labels", "pod-security.kubernetes.io/enforce");
    if (isPatch && label.absent === true) return;
    require(label.is(
      "restricted",
    ), label, "must be restricted: what does not come through this program is not seen by this pack");
  },
};
