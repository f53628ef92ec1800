import { aws } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** A renamed resource would take every image with it, the ones that run too. */
export const rule: TypeRule = {
  name: "ecr-no-force-delete",
  description: "A repository that holds images must not be deleted.",
  level: mandatoryInProd,
  severity: "high",
  framework: security,
  remediation: "Remove forceDelete, and empty the repository by hand if it really goes.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-delete.html",
  types: [aws("ecr", "Repository")],
  checkResource({ props }, require) {
    const force = props.at("forceDelete");
    const holds = or(force.absent, force.is(false));
    require(holds, force, "must be false or unset, or a renamed resource deletes images that run");
  },
};
