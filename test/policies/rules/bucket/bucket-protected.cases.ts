import { rule } from "../../../../policies/rules/bucket/bucket-protected.ts";
import { resource, type RuleCases } from "../../cases.ts";

const bucket = (type: string, protect?: boolean, props: unknown = {}) => ({ ...resource(type, props), protect });

export const cases: RuleCases = {
  rule,
  compliant: rule.types.map((type) => ({ it: type, given: bucket(type, true) })),
  violating: rule.types.map((type) => ({ it: type, given: bucket(type, false), finds: [""] })),
  unknown: rule.types.map((type) => ({ it: `${type}, where options are not told`, given: bucket(type), finds: [""] })),
  malformed: rule.types.map((type) => ({ it: type, given: bucket(type, false, "nonsense"), finds: [""] })),
};
