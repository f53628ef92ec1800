import { s3 } from "../../aws/types.ts";
import { hasBeside } from "../../aws/references.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { or, some } from "../../values/truth.ts";

/** What was overwritten or deleted by mistake can then be had back. */
export const rule: StackRule = {
  name: "bucket-versioning",
  description: "Every bucket must keep old versions.",
  level: mandatoryInProd,
  severity: "medium",
  framework: checkov("CKV_AWS_21"),
  remediation: "Add a BucketVersioning with status: Enabled.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  checkStack(stack, about) {
    for (const bucket of stack.ofType(...s3("Bucket"))) {
      const beside = hasBeside(stack, bucket, { types: s3("BucketVersioning"), by: "bucket" }, (props) =>
        props.at("versioningConfiguration", "status").is("Enabled"),
      );
      about(bucket)(
        or(
          bucket.props.at("versioning", "enabled").is(true),
          some(bucket.props.at("versionings").items(), (each) => each.at("enabled").is(true)),
          beside,
        ),
        bucket.props,
        "must have versioning enabled, or what is overwritten by mistake is gone",
      );
    }
  },
};
