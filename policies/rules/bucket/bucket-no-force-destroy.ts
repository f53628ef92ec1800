import { s3 } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** A renamed resource would take all data with it. */
export const rule: TypeRule = {
  name: "bucket-no-force-destroy",
  description: "A bucket that holds data must not be deleted.",
  level: mandatoryInProd,
  severity: "high",
  framework: security,
  remediation: "Remove forceDestroy, and empty the bucket by hand if it really goes.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html",
  types: s3("Bucket"),
  checkResource({ props }, require) {
    const force = props.at("forceDestroy");
    const holds = or(force.absent, force.is(false));
    require(holds, force, "must be false or unset, or a renamed resource deletes all that is in it");
  },
};
