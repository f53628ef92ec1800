import { aws } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** A secret that is deleted at once takes down what needs it, beyond repair. */
export const rule: TypeRule = {
  name: "secretsmanager-recovery-window",
  description: "A deleted secret must stay recoverable.",
  level: mandatoryInProd,
  severity: "high",
  framework: security,
  remediation: "Remove recoveryWindowInDays: 0.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
  types: [aws("secretsmanager", "Secret")],
  checkResource({ props }, require) {
    const days = props.at("recoveryWindowInDays");
    const holds = or(
      days.absent,
      days.test((value) => typeof value === "number" && value >= 7),
    );
    require(holds, days, "must be 7 days or more: a secret deleted by mistake must come back");
  },
};
