import { aws } from "../../aws/types.ts";
import { forbidsEverybody } from "../../aws/policy-document.ts";
import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** Who reads the secret is whoever it stands for. */
export const rule: TypeRule = {
  name: "secretsmanager-policy-not-public",
  description: "No secret may let everybody in.",
  level: mandatory,
  severity: "critical",
  framework: security,
  remediation: "Name the roles that read it.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
  types: [aws("secretsmanager", "Secret"), aws("secretsmanager", "SecretPolicy")],
  checkResource({ props }, require) {
    forbidsEverybody(props.at("policy"), require);
  },
};
