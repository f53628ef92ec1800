import { rule } from "../../../../policies/rules/namespace/namespace-quota.ts";
import { object, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const namespace = (name: unknown) => object("Namespace", { metadata: { name } }, "namespace");
const limit = (kind: string, of: unknown) => object(kind, { metadata: { namespace: of } }, kind);
const both = (of: unknown) => [limit("ResourceQuota", of), limit("LimitRange", of)];
const NAME = "namespace: metadata.name";

export const cases: RuleCases = {
  rule,
  compliant: [{ it: "both", given: [namespace("shop"), ...both("shop")] }],
  violating: [
    { it: "neither", given: [namespace("shop"), object("ConfigMap", {}, "other")], finds: [NAME, NAME] },
    { it: "elsewhere", given: [namespace("shop"), ...both("other")], finds: [NAME, NAME] },
    { it: "one", given: [namespace("shop"), limit("ResourceQuota", "shop")], finds: [NAME] },
  ],
  unknown: [
    { it: "the name", given: [namespace(UNKNOWN), ...both("shop")], finds: [NAME, NAME] },
    { it: "the name, which Pulumi makes", given: [namespace(undefined), ...both(UNKNOWN)], finds: [NAME, NAME] },
  ],
  malformed: [{ it: "a number", given: [namespace("shop"), ...both(7)], finds: [NAME, NAME] }],
};
