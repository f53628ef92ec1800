import { security } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { and, not, or } from "../../values/truth.ts";

/** `serviceAccount` is the field's old name, which the API server still reads. */
export const rule: PodRule = {
  name: "pod-service-account",
  description: "Every pod must have a service account of its own kind, not the namespace's default one.",
  level: mandatoryInProd,
  severity: "medium",
  framework: security,
  remediation: "Declare a ServiceAccount for the workload and set serviceAccountName.",
  url: "https://kubernetes.io/docs/concepts/security/service-accounts/",
  checkPod({ spec }, require) {
    const [name, old] = [spec.at("serviceAccountName"), spec.at("serviceAccount")];
    const own = or(not(name.isOneOf(DEFAULT)), and(name.isOneOf(UNSET), not(old.isOneOf(DEFAULT))));
    require(own, name, "must name an account of its own: what one pod is granted, every pod of the default account has");
  },
};

const UNSET = [undefined, ""];
const DEFAULT = [...UNSET, "default"];
