import { aws } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** With the key goes everything that it encrypts. */
export const rule: TypeRule = {
  name: "kms-deletion-window",
  description: "A deleted key must stay recoverable for at least a week.",
  level: mandatoryInProd,
  severity: "high",
  framework: security,
  remediation: "Set deletionWindowInDays to 30.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  types: [aws("kms", "Key")],
  checkResource({ props }, require) {
    const days = props.at("deletionWindowInDays");
    const holds = days.test((value) => typeof value === "number" && value >= 7 && value <= 30);
    require(or(days.absent, holds), days, "must be from 7 to 30 days: with the key goes all that it encrypts");
  },
};
