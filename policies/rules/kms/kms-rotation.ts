import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

/** Less is encrypted under each version of the key. Asymmetric keys and HMAC keys cannot be rotated. */
export const rule: TypeRule = {
  name: "kms-rotation",
  description: "Symmetric keys must be rotated every year.",
  level: mandatory,
  severity: "medium",
  framework: checkov("CKV_AWS_7"),
  remediation: "Set enableKeyRotation: true.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  fix: { at: "enableKeyRotation", value: true },
  types: [aws("kms", "Key")],
  checkResource({ props }, require) {
    const spec = props.at("customerMasterKeySpec");
    const rotation = props.at("enableKeyRotation");
    const symmetric = or(spec.absent, spec.is("SYMMETRIC_DEFAULT"));
    const holds = or(not(symmetric), rotation.is(true));
    require(holds, rotation, "must be true: a key that never changes protects ever more data");
  },
};
