import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/**
 * Last day of standard support, by minor version of Kubernetes 1, as of April 2026. Earlier versions have left it, later
 * ones are taken to be in it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#kubernetes-release-calendar
 */
const STANDARD_SUPPORT_ENDS: ReadonlyMap<number, string> = new Map([
  [32, "2026-03-23"],
  [33, "2026-07-29"],
  [34, "2026-12-02"],
  [35, "2027-03-27"],
]);

/** Outside of it fixes cost extra, then end. An unset version is the newest, until the cluster grows old. */
export const rule: TypeRule = {
  name: "eks-version-supported",
  description: "A cluster must run a version in standard support.",
  level: mandatoryInProd,
  severity: "high",
  framework: checkov("CKV_AWS_339"),
  remediation: "Set version to one in standard support.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
  types: [aws("eks", "Cluster")],
  checkResource({ props }, require) {
    const version = props.at("version");
    const holds = or(version.absent, version.test(isSupported));
    require(holds, version, "must be in standard support, or security fixes cost extra and then end");
  },
};

function isSupported(version: unknown): boolean {
  const minor = typeof version === "string" ? /^1\.(\d+)$/.exec(version)?.[1] : undefined;
  if (minor === undefined) return false;
  const ends = STANDARD_SUPPORT_ENDS.get(Number(minor));
  if (ends === undefined) return Number(minor) > Math.max(...STANDARD_SUPPORT_ENDS.keys());
  return new Date().toISOString().slice(0, 10) <= ends;
}
