import { rule } from "../../../../policies/rules/namespace/namespace-pod-security.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const NAME = "pod-security.kubernetes.io/enforce";
const of = (labels: unknown) => ({ metadata: { labels } });
const LABEL = [`metadata.labels.${NAME}`];

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "restricted", of({ [NAME]: "restricted" })),
  violating: [undefined, "baseline", "privileged"].flatMap((level) =>
    onEach(rule.kinds, String(level), of({ [NAME]: level }), LABEL),
  ),
  unknown: [
    ...onEach(rule.kinds, "the label", of({ [NAME]: UNKNOWN }), LABEL),
    ...onEach(rule.kinds, "the labels", of(UNKNOWN_OBJECT), LABEL),
  ],
  malformed: onEach(rule.kinds, "text", of(NAME), LABEL),
};
