import { rule } from "../../../../policies/rules/ecr/ecr-no-force-delete.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "off", { forceDelete: false }), ...onEach(rule.types, "by default", {})],
  violating: [...onEach(rule.types, "on", { forceDelete: true }, ["forceDelete"])],
  unknown: [...onEach(rule.types, "unknown", { forceDelete: UNKNOWN }, ["forceDelete"])],
  malformed: [...onEach(rule.types, "text", { forceDelete: "yes" }, ["forceDelete"])],
};
