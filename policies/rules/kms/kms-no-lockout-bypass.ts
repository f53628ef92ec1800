import { aws } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** A key whose policy lets nobody change it can only be mended by AWS support. */
export const rule: TypeRule = {
  name: "kms-no-lockout-bypass",
  description: "The check that keeps a key manageable must not be bypassed.",
  level: mandatory,
  severity: "high",
  framework: security,
  remediation: "Remove bypassPolicyLockoutSafetyCheck.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  types: [aws("kms", "Key")],
  checkResource({ props }, require) {
    const bypass = props.at("bypassPolicyLockoutSafetyCheck");
    const holds = or(bypass.absent, bypass.is(false));
    require(holds, bypass, "must be false or unset, or the key's policy can lock everybody out");
  },
};
