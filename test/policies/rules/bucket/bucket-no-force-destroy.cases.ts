import { rule } from "../../../../policies/rules/bucket/bucket-no-force-destroy.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "off", { forceDestroy: false }), ...onEach(rule.types, "by default", {})],
  violating: [...onEach(rule.types, "on", { forceDestroy: true }, ["forceDestroy"])],
  unknown: [...onEach(rule.types, "unknown", { forceDestroy: UNKNOWN }, ["forceDestroy"])],
  malformed: [...onEach(rule.types, "text", { forceDestroy: "yes" }, ["forceDestroy"])],
};
