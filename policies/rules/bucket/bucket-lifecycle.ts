import { s3 } from "../../aws/types.ts";
import { hasBeside } from "../../aws/references.ts";
import { checkov } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { or, some } from "../../values/truth.ts";

/** Old versions and unfinished uploads are paid for, and never looked at. */
export const rule: StackRule = {
  name: "bucket-lifecycle",
  description: "A bucket should expire what is old.",
  level: advisory,
  severity: "low",
  framework: checkov("CKV2_AWS_61"),
  remediation: "Add a BucketLifecycleConfiguration.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
  checkStack(stack, about) {
    for (const bucket of stack.ofType(...s3("Bucket"))) {
      const beside = hasBeside(stack, bucket, { types: s3("BucketLifecycleConfiguration"), by: "bucket" }, (props) =>
        some(props.at("rules").items(), (rule) => rule.at("status").is("Enabled")),
      );
      about(bucket)(
        or(
          some(bucket.props.at("lifecycleRules").items(), (each) => each.at("enabled").is(true)),
          beside,
        ),
        bucket.props,
        "should have a BucketLifecycleConfiguration, or old versions and unfinished uploads stay for ever",
      );
    }
  },
};
