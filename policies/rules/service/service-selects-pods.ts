import { reliability } from "../../frameworks.ts";
import { selectionOf } from "../../kubernetes/selection.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** Advice, for an operator or another stack may make the pods. One without a selector has its endpoints from elsewhere. */
export const rule: StackRule = {
  name: "service-selects-pods",
  description: "A Service should select pods of its stack.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Repeat the labels of the pods' template in spec.selector, and stand in their namespace.",
  url: "https://kubernetes.io/docs/concepts/services-networking/service/",
  checkStack(stack, about) {
    for (const service of stack.objectsOf("Service")) {
      const selector = service.fields.at("spec", "selector");
      if (service.isPatch || selector.absent === true) continue;
      const matches = selectionOf(stack, "Service")
        .of(service)
        .map(({ selects }) => selects);
      about(service.resource)(or(...matches), selector, "should be the labels of some pods, or requests find nobody");
    }
  },
};
