import { isAboutEverything, oneOrMany, allowsAnything } from "../../aws/policy-document.ts";
import { IDENTITY_POLICIES, identityStatements } from "../../aws/iam.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { and, not, some } from "../../values/truth.ts";

const WRITE =
  /^[a-z0-9-]+:(?:\*|Add|Associate|Attach|Authorize|Cancel|Change|Copy|Create|Delete|Deregister|Detach|Disable|Enable|Import|Modify|Put|Reboot|Register|Remove|Replace|Reset|Restore|Revoke|Run|Send|Set|Start|Stop|Tag|Terminate|Untag|Update|Upload|Write)/i;

/** What may write everywhere can break everything. */
export const rule: TypeRule = {
  name: "iam-no-unconstrained-write",
  description: "No policy may let its holder change every resource.",
  level: mandatoryInProd,
  severity: "high",
  framework: checkov("CKV_AWS_290"),
  remediation: "List the resources, or add a condition on a tag.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  types: IDENTITY_POLICIES,
  checkResource(resource, require) {
    for (const statement of identityStatements(resource)) {
      const action = statement.at("Action");
      const writes = some(oneOrMany(action), (each) => each.test(isWrite));
      const unlimited = and(allowsAnything(statement), isAboutEverything(statement), statement.at("Condition").absent);
      const holds = not(and(unlimited, writes));
      require(holds, action, "must not write to every resource; list the resources, or add a condition on a tag");
    }
  },
};

function isWrite(action: unknown): boolean {
  return typeof action === "string" && (action === "*" || WRITE.test(action));
}
