import { aws } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** A broken aws-auth ConfigMap locks everybody out. */
export const rule: TypeRule = {
  name: "eks-authentication-mode",
  description: "Access to a cluster should be declared in EKS, not in a ConfigMap.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Set accessConfig.authenticationMode: API.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/grant-k8s-access.html",
  types: [aws("eks", "Cluster")],
  checkResource({ props }, require) {
    const mode = props.at("accessConfig", "authenticationMode");
    require(mode.is("API"), mode, "should be API: a mistake in the ConfigMap aws-auth locks everybody out");
  },
};
