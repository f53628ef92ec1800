import { s3 } from "../../aws/types.ts";
import { hasBeside } from "../../aws/references.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { or, some, type Truth } from "../../values/truth.ts";

/** A key of one's own can be taken away, and its use is logged. */
export const rule: StackRule = {
  name: "bucket-encryption",
  description: "Every bucket must be encrypted with a KMS key.",
  level: mandatory,
  severity: "high",
  framework: checkov("CKV_AWS_145"),
  remediation: "Add a BucketServerSideEncryptionConfiguration with sseAlgorithm: aws:kms and a key of your own.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  checkStack(stack, about) {
    for (const bucket of stack.ofType(...s3("Bucket"))) {
      const beside = hasBeside(
        stack,
        bucket,
        { types: s3("BucketServerSideEncryptionConfiguration"), by: "bucket" },
        byKey,
      );
      about(bucket)(
        or(some(inBucket(bucket.props), byKey), beside),
        bucket.props,
        "must be encrypted with sseAlgorithm aws:kms, so that access can be taken away with the key",
      );
    }
  },
};

/** A Bucket holds one configuration, a BucketV2 a list of them. */
function inBucket(bucket: Field): readonly Field[] {
  return [bucket.at("serverSideEncryptionConfiguration"), ...bucket.at("serverSideEncryptionConfigurations").items()];
}

/** A Bucket has one rule, the others a list; within it a BucketV2 has a list of defaults. */
function byKey(encryption: Field): Truth {
  return some([...encryption.at("rules").items(), encryption.at("rule")], (rule) =>
    some(
      [rule.at("applyServerSideEncryptionByDefault"), ...rule.at("applyServerSideEncryptionByDefaults").items()],
      (byDefault) => byDefault.at("sseAlgorithm").isOneOf(["aws:kms", "aws:kms:dsse"]),
    ),
  );
}
