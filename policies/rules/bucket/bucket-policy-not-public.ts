import { aws, s3 } from "../../aws/types.ts";
import { forbidsEverybody } from "../../aws/policy-document.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** A bucket that everybody may read is how data leaks. */
export const rule: TypeRule = {
  name: "bucket-policy-not-public",
  description: "No bucket may let everybody in.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_70"),
  remediation: "Name accounts or roles; publish files through CloudFront.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html",
  types: [...s3("Bucket"), aws("s3", "BucketPolicy")],
  checkResource({ props }, require) {
    forbidsEverybody(props.at("policy"), require);
  },
};
