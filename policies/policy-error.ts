import { mandatoryInProd } from "./levels.ts";

/** What is found when a rule fails: what was not checked has not passed, and is not let into prod. */
export const POLICY_ERROR = {
  name: "policy-error",
  description: "Every rule must be able to judge what it is shown.",
  level: mandatoryInProd,
  severity: "high",
  remediation: "Report it with the resource's manifest; waive `policy-error` for that resource until it is mended.",
} as const;
