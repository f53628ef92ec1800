import { aws } from "../../aws/types.ts";
import { hasBeside } from "../../aws/references.ts";
import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";

/** Registries only ever grow, and images without a tag are found by nobody. */
export const rule: StackRule = {
  name: "ecr-lifecycle-policy",
  description: "A repository should expire old images.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Add a LifecyclePolicy that keeps the last images, and expires untagged ones.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html",
  checkStack(stack, about) {
    for (const repository of stack.ofType(aws("ecr", "Repository"))) {
      const expires = hasBeside(stack, repository, { types: [aws("ecr", "LifecyclePolicy")], by: "repository" });
      about(repository)(
        expires,
        repository.props,
        "should have a LifecyclePolicy, or images are kept and paid for ever",
      );
    }
  },
};
