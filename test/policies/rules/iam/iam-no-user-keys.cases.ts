import { rule } from "../../../../policies/rules/iam/iam-no-user-keys.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const FIELD = ["user"];

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "switched off", { user: "ci", status: "Inactive" })],
  violating: [...onEach(rule.types, "a key", { user: "ci" }, FIELD)],
  unknown: [...onEach(rule.types, "an unknown status", { user: "ci", status: UNKNOWN }, FIELD)],
  malformed: [...onEach(rule.types, "no user", { user: 7 }, FIELD)],
};
