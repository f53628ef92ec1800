import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** A pod is one hop farther away than the node, so a limit of one keeps the node's credentials to itself. */
export const rule: TypeRule = {
  name: "eks-node-metadata",
  description: "Pods must not reach the metadata of their node.",
  level: mandatoryInProd,
  severity: "high",
  framework: checkov("CKV_AWS_79, CKV_AWS_341"),
  remediation: "Set metadataOptions: { httpTokens: required, httpPutResponseHopLimit: 1 } in the launch template.",
  url: "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
  types: [aws("ec2", "LaunchTemplate")],
  checkResource({ props }, require) {
    const options = props.at("metadataOptions");
    const tokens = options.at("httpTokens");
    const holds = tokens.is("required");
    require(holds, tokens, "must be required, or any request that a pod can be tricked into reads credentials");
    const limit = options.at("httpPutResponseHopLimit");
    require(limit.is(1), limit, "must be 1, or pods get the credentials of their node");
  },
};
