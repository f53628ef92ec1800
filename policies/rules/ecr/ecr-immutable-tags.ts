import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** A tag that can be moved makes a rollback deploy something else. */
export const rule: TypeRule = {
  name: "ecr-immutable-tags",
  description: "Tags of a repository must be immutable.",
  level: mandatory,
  severity: "high",
  framework: checkov("CKV_AWS_51"),
  remediation: "Set imageTagMutability: IMMUTABLE.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
  types: [aws("ecr", "Repository")],
  checkResource({ props }, require) {
    const mutability = props.at("imageTagMutability");
    require(mutability.isOneOf([
      "IMMUTABLE",
      "IMMUTABLE_WITH_EXCLUSION",
    ]), mutability, "must be IMMUTABLE, or a tag that was tested can be moved to another image");
  },
};
