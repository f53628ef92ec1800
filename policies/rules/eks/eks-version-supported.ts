import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** Minor version of Kubernetes 1 that left standard support last, as of November 2026, and is followed by supported ones. */
const LAST_UNSUPPORTED = 33;

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
  return minor !== undefined && Number(minor) > LAST_UNSUPPORTED;
}
