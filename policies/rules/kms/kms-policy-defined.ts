import { aws } from "../../aws/types.ts";
import { hasBeside } from "../../aws/references.ts";
import { checkov } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

/** The default policy leaves it to the IAM policies of the whole account. */
export const rule: StackRule = {
  name: "kms-policy-defined",
  description: "A key should have a policy of its own.",
  level: advisory,
  severity: "low",
  framework: checkov("CKV2_AWS_64"),
  remediation: "Set policy, or add a KeyPolicy.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  checkStack(stack, about) {
    for (const key of stack.ofType(aws("kms", "Key"))) {
      const policy = key.props.at("policy");
      const beside = hasBeside(stack, key, { types: [aws("kms", "KeyPolicy")], by: "keyId" });
      about(key)(
        or(not(policy.absent), beside),
        policy,
        "should be set, or every IAM policy of the account may grant the key",
      );
    }
  },
};
