import { aws } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** Keys are found by their description when something must be rotated in a hurry. */
export const rule: TypeRule = {
  name: "kms-description",
  description: "A key should say what it is for.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Set description to what the key is for.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/create-keys.html",
  types: [aws("kms", "Key")],
  checkResource({ props }, require) {
    const description = props.at("description");
    const holds = description.test((value) => typeof value === "string" && value !== "");
    require(holds, description, "should say what the key encrypts, for whoever must rotate it in a hurry");
  },
};
