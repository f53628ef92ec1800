import { reliability } from "../../frameworks.ts";
import { isReadOnce } from "../../kubernetes/config-readers.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

/** What a pod reads once differs, after a change, between pods that are older and younger than it. Mounted folders follow. */
export const rule: StackRule = {
  name: "config-immutable",
  description: "ConfigMaps and Secrets that pods read as variables or by subPath should be immutable.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation:
    "Set immutable: true and name it by a hash of its content, so that a change rolls the pods; or mount it as a folder.",
  url: "https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable",
  checkStack(stack, about) {
    for (const object of stack.objectsOf("ConfigMap", "Secret")) {
      const immutable = object.fields.at("immutable");
      about(object.resource)(
        or(immutable.is(true), not(isReadOnce(stack, object))),
        immutable,
        "should be true, or after a change pods run with different values; name it by its content",
      );
    }
  },
};
