import type { Resource } from "../resource.ts";
import type { TypeRule } from "../rule.ts";
import type { Field } from "../values/field.ts";
import { and, not, some } from "../values/truth.ts";
import { allowsAction, isAboutEverything, statementsOf } from "./policy-document.ts";
import { aws } from "./types.ts";

/** What carries IAM policies that say what an identity may do. */
export const IDENTITY_POLICIES = [
  aws("iam", "Policy"),
  aws("iam", "RolePolicy"),
  aws("iam", "GroupPolicy"),
  aws("iam", "UserPolicy"),
  aws("iam", "Role"),
] as const;

/** Every statement of a resource's policies. */
export function identityStatements({ type, props }: Resource): readonly Field[] {
  const documents =
    type === aws("iam", "Role")
      ? props
          .at("inlinePolicies")
          .items()
          .map((inline) => inline.at("policy"))
      : [props.at("policy")];
  return documents.flatMap(statementsOf);
}

/** The check of a rule that forbids policies to allow any of these actions on everything, without a condition. */
export function forbidsOnEverything(actions: readonly string[], message: string): TypeRule["checkResource"] {
  return (resource, require) => {
    for (const statement of identityStatements(resource)) {
      const allows = and(
        some(actions, (action) => allowsAction(statement, action)),
        isAboutEverything(statement),
        statement.at("Condition").absent,
      );
      require(not(allows), statement.at("Action"), message);
    }
  };
}
