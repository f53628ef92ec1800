import { s3 } from "../../aws/types.ts";
import { hasBeside } from "../../aws/references.ts";
import { checkov } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

/** `loggings` until major 7, and for ever on BucketV2. After a leak this is how to know what was taken. */
export const rule: StackRule = {
  name: "bucket-logging",
  description: "A bucket should log who reads it.",
  level: advisory,
  severity: "low",
  framework: checkov("CKV_AWS_18"),
  remediation: "Add a BucketLogging with a target bucket.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  checkStack(stack, about) {
    for (const bucket of stack.ofType(...s3("Bucket"))) {
      const beside = hasBeside(stack, bucket, { types: s3("BucketLogging"), by: "bucket" }, (props) =>
        not(props.at("targetBucket").absent),
      );
      about(bucket)(
        or(not(bucket.props.at("logging").absent), not(bucket.props.at("loggings").empty), beside),
        bucket.props,
        "should have a BucketLogging, or nobody knows who read what",
      );
    }
  },
};
