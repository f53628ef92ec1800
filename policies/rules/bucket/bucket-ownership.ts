import { aws, s3 } from "../../aws/types.ts";
import { hasBeside } from "../../aws/references.ts";
import { checkov } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";

/** Objects that others wrote would be theirs, and their ACLs would count. */
export const rule: StackRule = {
  name: "bucket-ownership",
  description: "A bucket should own all of its objects, without ACLs.",
  level: advisory,
  severity: "low",
  framework: checkov("CKV2_AWS_65"),
  remediation: "Add BucketOwnershipControls with BucketOwnerEnforced.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
  checkStack(stack, about) {
    for (const bucket of stack.ofType(...s3("Bucket"))) {
      const beside = hasBeside(
        stack,
        bucket,
        { types: [aws("s3", "BucketOwnershipControls")], by: "bucket" },
        (props) => props.at("rule", "objectOwnership").is("BucketOwnerEnforced"),
      );
      about(bucket)(
        beside,
        bucket.props,
        "should have BucketOwnershipControls with BucketOwnerEnforced, so that no ACL counts",
      );
    }
  },
};
