import { rule } from "../../../../policies/rules/workload/workload-labels.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const KINDS = rule.kinds;
const labelled = (labels: unknown) => ({ metadata: { labels } });
const NAMES = ["app.kubernetes.io/name", "app.kubernetes.io/managed-by"];
const ALL = NAMES.map((name) => `metadata.labels.${name}`);

export const cases: RuleCases = {
  rule,
  compliant: onEach(KINDS, "both", labelled(Object.fromEntries(NAMES.map((name) => [name, "slipway"])))),
  violating: [
    ...onEach(KINDS, "none", {}, ALL),
    ...onEach(KINDS, "an empty one", labelled({ [NAMES[0]!]: "", [NAMES[1]!]: "slipway" }), ALL.slice(0, 1)),
  ],
  unknown: [
    ...onEach(KINDS, "one", labelled({ [NAMES[0]!]: "orders", [NAMES[1]!]: UNKNOWN }), ALL.slice(1)),
    ...onEach(KINDS, "all", labelled(UNKNOWN_OBJECT), ALL),
  ],
  malformed: onEach(KINDS, "text", labelled("orders"), ALL),
};
