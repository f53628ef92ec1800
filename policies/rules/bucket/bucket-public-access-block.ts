import { aws, s3 } from "../../aws/types.ts";
import { hasBeside } from "../../aws/references.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { every, type Truth } from "../../values/truth.ts";

const SETTINGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

/** Whatever an ACL or a policy grants by mistake, the block takes back. */
export const rule: StackRule = {
  name: "bucket-public-access-block",
  description: "Every bucket must block public access in all four ways.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_53, CKV_AWS_54, CKV_AWS_55, CKV_AWS_56"),
  remediation: "Add a BucketPublicAccessBlock with all four settings true.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  checkStack(stack, about) {
    for (const bucket of stack.ofType(...s3("Bucket"))) {
      const beside = hasBeside(
        stack,
        bucket,
        { types: [aws("s3", "BucketPublicAccessBlock")], by: "bucket" },
        blocksAll,
      );
      about(bucket)(
        beside,
        bucket.props,
        "must have a BucketPublicAccessBlock with all four settings true, or one mistake publishes it",
      );
    }
  },
};

function blocksAll(block: Field): Truth {
  return every(SETTINGS, (setting) => block.at(setting).is(true));
}
