import { rule } from "../../../../policies/rules/ecr/ecr-scan-on-push.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "on", { imageScanningConfiguration: { scanOnPush: true } })],
  violating: [
    ...onEach(rule.types, "off", { imageScanningConfiguration: { scanOnPush: false } }, [
      "imageScanningConfiguration.scanOnPush",
    ]),
    ...onEach(rule.types, "by default", {}, ["imageScanningConfiguration.scanOnPush"]),
  ],
  unknown: [
    ...onEach(rule.types, "unknown", { imageScanningConfiguration: { scanOnPush: UNKNOWN } }, [
      "imageScanningConfiguration.scanOnPush",
    ]),
  ],
  malformed: [
    ...onEach(rule.types, "text", { imageScanningConfiguration: { scanOnPush: "yes" } }, [
      "imageScanningConfiguration.scanOnPush",
    ]),
  ],
};
