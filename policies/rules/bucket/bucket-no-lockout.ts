import { aws } from "../../aws/types.ts";
import { covers, isForEverybody, statementsOf } from "../../aws/policy-document.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { and, not } from "../../values/truth.ts";

/** Only the account's root user could remove such a policy again. */
export const rule: TypeRule = {
  name: "bucket-no-lockout",
  description: "No bucket policy may lock everybody out.",
  level: mandatory,
  severity: "high",
  framework: checkov("CKV_AWS_93"),
  remediation: "Add a condition to the statement, or name who is refused.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html",
  types: [aws("s3", "BucketPolicy")],
  checkResource({ props }, require) {
    for (const statement of statementsOf(props.at("policy"))) {
      const locksOut = and(
        statement.at("Effect").is("Deny"),
        isForEverybody(statement),
        covers(statement.at("Action"), "s3:*"),
        statement.at("Condition").absent,
      );
      const holds = not(locksOut);
      require(holds, statement, "must not refuse everything to everybody: only the root user could undo it; add a condition");
    }
  },
};
