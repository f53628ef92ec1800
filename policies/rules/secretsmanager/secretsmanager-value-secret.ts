import { aws } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** Without the mark it stands in the clear in the state and in previews. */
export const rule: TypeRule = {
  name: "secretsmanager-value-secret",
  description: "The value of a secret must be marked as secret by the program.",
  level: mandatory,
  severity: "critical",
  framework: security,
  remediation: "Take it from `config.requireSecret` or from a provider's secret output.",
  url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
  types: [aws("secretsmanager", "SecretVersion")],
  checkResource({ props }, require) {
    for (const value of ["secretString", "secretBinary"].map((name) => props.at(name))) {
      if (value.absent === true) continue;
      require(value.secret, value, "must be a secret output, or the state holds it in the clear; use config.requireSecret");
    }
  },
};
