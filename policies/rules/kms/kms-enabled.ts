import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** What a disabled key encrypted cannot be read. */
export const rule: TypeRule = {
  name: "kms-enabled",
  description: "A key should be enabled.",
  level: advisory,
  severity: "low",
  framework: checkov("CKV_AWS_227"),
  remediation: "Remove isEnabled: false, or the key if nothing needs it.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html",
  types: [aws("kms", "Key")],
  checkResource({ props }, require) {
    const enabled = props.at("isEnabled");
    const holds = or(enabled.absent, enabled.is(true));
    require(holds, enabled, "should be true or unset: what the key encrypts cannot be read while it is off");
  },
};
