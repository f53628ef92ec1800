import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** A known vulnerability should be found before the image runs. */
export const rule: TypeRule = {
  name: "ecr-scan-on-push",
  description: "Images must be scanned when they are pushed.",
  level: mandatory,
  severity: "medium",
  framework: checkov("CKV_AWS_163"),
  remediation: "Set imageScanningConfiguration.scanOnPush: true.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
  fix: { at: "scanOnPush", value: true },
  types: [aws("ecr", "Repository")],
  checkResource({ props }, require) {
    const scan = props.at("imageScanningConfiguration", "scanOnPush");
    require(scan.is(true), scan, "must be true, so that known vulnerabilities are found before the image runs");
  },
};
