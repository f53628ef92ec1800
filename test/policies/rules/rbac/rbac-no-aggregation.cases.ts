import { rule } from "../../../../policies/rules/rbac/rbac-no-aggregation.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const labelled = (labels: unknown) => ({ metadata: { name: "crons", labels }, rules: [] });
const EDIT = "rbac.authorization.k8s.io/aggregate-to-edit";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "other labels", labelled({ app: "orders" })),
    ...onEach(rule.kinds, "a label that says no", labelled({ [EDIT]: "false" })),
  ],
  violating: onEach(rule.kinds, "added to edit", labelled({ [EDIT]: "true" }), [`metadata.labels.${EDIT}`]),
  unknown: onEach(rule.kinds, "an unknown label", labelled({ [EDIT]: UNKNOWN }), [`metadata.labels.${EDIT}`]),
  malformed: onEach(rule.kinds, "labels that are a list", labelled([EDIT])),
};
