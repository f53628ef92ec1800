import { security } from "../../frameworks.ts";
import { INGRESSES } from "../../kubernetes/kinds.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** A rule without host answers for every name that points to the controller, those of other tenants too. */
export const rule: ObjectRule = {
  name: "ingress-host",
  description: "Every rule of an Ingress must name its host, without wildcard.",
  level: mandatoryInProd,
  severity: "medium",
  framework: security,
  remediation: "Set spec.rules[].host to the names that are served.",
  url: "https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards",
  kinds: INGRESSES,
  checkObject({ fields }, require) {
    for (const host of fields
      .at("spec", "rules")
      .items()
      .map((rule) => rule.at("host"))) {
      const named = host.test((value) => typeof value === "string" && value !== "" && !value.includes("*"));
      require(named, host, "must be a host without wildcard, or the rule answers for names of others");
    }
  },
};
