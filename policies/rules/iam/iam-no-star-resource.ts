import { isAboutEverything, allowsAnything } from "../../aws/policy-document.ts";
import { IDENTITY_POLICIES, identityStatements } from "../../aws/iam.ts";
import { checkov } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { and, not } from "../../values/truth.ts";

/** A name for each resource is what makes a policy say something. */
export const rule: TypeRule = {
  name: "iam-no-star-resource",
  description: "A policy should name its resources.",
  level: advisory,
  severity: "low",
  framework: checkov("CKV_AWS_355"),
  remediation: "List the resources; some actions know none, such as ecr:GetAuthorizationToken.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  types: IDENTITY_POLICIES,
  checkResource(resource, require) {
    for (const statement of identityStatements(resource)) {
      const limited = not(
        and(allowsAnything(statement), isAboutEverything(statement), statement.at("Condition").absent),
      );
      require(limited, statement.at("Action"), "should name its resources; * grants what is made tomorrow as well");
    }
  },
};
