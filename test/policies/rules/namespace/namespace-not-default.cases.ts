import { rule } from "../../../../policies/rules/namespace/namespace-not-default.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const of = (namespace: unknown) => ({ metadata: { namespace } });
const FIELD = ["metadata.namespace"];

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "its own", of("shop")),
  violating: [undefined, null, "", "default", "kube-system"].flatMap((name) =>
    onEach(rule.kinds, `"${name}"`, of(name), FIELD),
  ),
  unknown: [
    ...onEach(rule.kinds, "the namespace", of(UNKNOWN), FIELD),
    ...onEach(rule.kinds, "the metadata", { metadata: UNKNOWN_OBJECT }, FIELD),
  ],
  malformed: onEach(rule.kinds, "a number", of(7), FIELD),
};
