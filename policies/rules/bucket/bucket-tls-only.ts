import { aws, s3 } from "../../aws/types.ts";
import { covers, isForEverybody, oneOrMany, statementsOf } from "../../aws/policy-document.ts";
import { hasBeside } from "../../aws/references.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, some, type Truth } from "../../values/truth.ts";

/** S3 answers plain HTTP unless a policy says no. */
export const rule: StackRule = {
  name: "bucket-tls-only",
  description: "Every bucket must refuse requests without TLS.",
  level: mandatory,
  severity: "high",
  framework: checkov("CKV_AWS_379"),
  remediation: "Add a BucketPolicy that denies s3:* to everybody where aws:SecureTransport is false.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  checkStack(stack, about) {
    for (const bucket of stack.ofType(...s3("Bucket"))) {
      const beside = hasBeside(stack, bucket, { types: [aws("s3", "BucketPolicy")], by: "bucket" }, refusesPlain);
      about(bucket)(
        beside,
        bucket.props,
        "must have a BucketPolicy that denies requests where aws:SecureTransport is false",
      );
    }
  },
};

function refusesPlain(props: Field): Truth {
  return some(statementsOf(props.at("policy")), (statement) =>
    and(
      statement.at("Effect").is("Deny"),
      isForEverybody(statement),
      covers(statement.at("Action"), "s3:*"),
      some(oneOrMany(statement.at("Condition", "Bool", "aws:SecureTransport")), (value) =>
        value.isOneOf(["false", false]),
      ),
    ),
  );
}
