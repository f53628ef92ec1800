import { s3 } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** The state remembers the protection: a destroy stops there. */
export const rule: TypeRule = {
  name: "bucket-protected",
  description: "A bucket must be protected from deletion by Pulumi.",
  level: mandatoryInProd,
  severity: "medium",
  framework: security,
  remediation: "Pass { protect: true } as a resource option.",
  url: "https://www.pulumi.com/docs/iac/concepts/options/protect/",
  types: s3("Bucket"),
  checkResource({ props, protect }, require) {
    const holds = protect ?? "unknown";
    require(holds, props, "must have the option protect: true, so that a destroy or a rename stops before the data");
  },
};
