import { rule } from "../../../../policies/rules/eks/eks-version-supported.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const FIELD = ["version"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.types, "one that is newer than the calendar", { version: "1.99" }),
    ...onEach(rule.types, "the newest", {}),
    ...onEach(rule.types, "a later one", { version: "1.100" }),
  ],
  violating: [
    ...onEach(rule.types, "an old one", { version: "1.29" }, FIELD),
    ...onEach(rule.types, "one whose standard support has ended", { version: "1.33" }, FIELD),
    ...onEach(rule.types, "a very old one", { version: "1.9" }, FIELD),
  ],
  unknown: [...onEach(rule.types, "unknown", { version: UNKNOWN }, FIELD)],
  malformed: [
    ...onEach(rule.types, "a word", { version: "latest" }, FIELD),
    ...onEach(rule.types, "a number, which has lost its zero", { version: 1.4 }, FIELD),
  ],
};
