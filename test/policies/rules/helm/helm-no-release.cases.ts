import { rule } from "../../../../policies/rules/helm/helm-no-release.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.types, "of nothing", {}),
  violating: onEach(rule.types, "of a chart", { chart: "redis" }, ["chart"]),
  unknown: onEach(rule.types, "of an unknown chart", { chart: UNKNOWN }, ["chart"]),
  malformed: onEach(rule.types, "of a number", { chart: 7 }, ["chart"]),
};
