import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Configuration that changes under running pods meets half of them; what is named by its content may be immutable. */
export const rule: ObjectRule = {
  name: "config-immutable",
  description: "ConfigMaps and Secrets should be immutable, and replaced under a new name when they change.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set immutable: true, and put a hash of the content into the name so that a change rolls the pods.",
  url: "https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable",
  kinds: ["ConfigMap", "Secret"],
  checkObject({ fields }, require) {
    const immutable = fields.at("immutable");
    const holds = immutable.is(true);
    require(holds, immutable, "should be true, or a change reaches running pods one by one; name it by its content");
  },
};
