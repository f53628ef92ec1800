import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

export const rule: PodRule = {
  name: "pod-host-aliases",
  description: "Names should be resolved by DNS, not by lines in a pod's hosts file.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Remove hostAliases; a Service of type ExternalName gives an outside name a place in the cluster's DNS.",
  url: "https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/",
  checkPod({ spec }, require) {
    const aliases = spec.at("hostAliases");
    require(aliases.empty, aliases, "should be unset: an address that moves is found by nobody here");
  },
};
