import { rule } from "../../../../policies/rules/kms/kms-policy-defined.ts";
import { resource, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const key = (props: object) => resource("aws:kms/key:Key", props, "state");
const policy = (keyId: unknown) => resource("aws:kms/keyPolicy:KeyPolicy", { keyId, policy: "{}" }, "policy");

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "in the key", given: key({ policy: "{}" }) },
    { it: "beside it", given: [key({ arn: "arn:1" }), policy("arn:1")] },
  ],
  violating: [
    { it: "none", given: key({}), finds: ["policy"] },
    { it: "of another key", given: [key({}), policy("arn:2")], finds: ["state: policy"] },
  ],
  unknown: [{ it: "of an unknown key", given: [key({}), policy(UNKNOWN)], finds: ["state: policy"] }],
  malformed: [{ it: "of nonsense", given: [key({}), policy(7)], finds: ["state: policy"] }],
};
