import { aws } from "../../aws/types.ts";
import { forbidsEverybody } from "../../aws/policy-document.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** Who may use the key reads what it encrypts. */
export const rule: TypeRule = {
  name: "kms-policy-not-public",
  description: "No key may let everybody use it.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_33"),
  remediation: "Name the accounts and roles that use the key.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  types: ["Key", "KeyPolicy", "ReplicaKey", "ExternalKey"].map((name) => aws("kms", name)),
  checkResource({ props }, require) {
    forbidsEverybody(props.at("policy"), require);
  },
};
