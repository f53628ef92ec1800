import { rule } from "../../../../policies/rules/workload/workload-selector.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN_OBJECT } from "../../pods.ts";

const KINDS = rule.kinds;
const props = (selector: unknown, labels: unknown) => ({
  spec: { selector, template: { metadata: { labels }, spec: { containers: [] } } },
});
const SELECTOR = ["spec.selector"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(KINDS, "the same labels", props({ matchLabels: { app: "a" } }, { app: "a", more: "b" })),
    ...onEach(KINDS, "an expression", props({ matchExpressions: [{ key: "app", operator: "Exists" }] }, { app: "a" })),
  ],
  violating: [
    ...onEach(KINDS, "another value", props({ matchLabels: { app: "a" } }, { app: "b" }), SELECTOR),
    ...onEach(KINDS, "no labels", props({ matchLabels: { app: "a" } }, undefined), SELECTOR),
    ...onEach(KINDS, "no selector", props(undefined, { app: "a" }), SELECTOR),
  ],
  unknown: [
    ...onEach(KINDS, "the selector", props(UNKNOWN_OBJECT, { app: "a" }), SELECTOR),
    ...onEach(KINDS, "the labels", props({ matchLabels: { app: "a" } }, UNKNOWN_OBJECT), SELECTOR),
  ],
  malformed: onEach(KINDS, "text", props("app=a", { app: "a" }), SELECTOR),
};
