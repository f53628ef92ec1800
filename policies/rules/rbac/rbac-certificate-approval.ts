import { checkov } from "../../frameworks.ts";
import { CLUSTER_ROLE, forbids } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** A client certificate carries any user name and group that its signer accepts. */
export const rule: ObjectRule = {
  name: "rbac-certificate-approval",
  description: "No cluster role may allow to approve or sign certificate requests.",
  level: mandatoryInProd,
  severity: "high",
  framework: checkov("CKV_K8S_156"),
  remediation: "Remove the rule, or limit it to a signer of your own with resourceNames.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing",
  kinds: [CLUSTER_ROLE],
  checkObject: forbids(
    {
      groups: ["certificates.k8s.io"],
      resources: ["certificatesigningrequests/approval", "certificatesigningrequests/status", "signers"],
      verbs: ["update", "patch", "approve", "sign"],
    },
    "must not approve or sign certificates: a client certificate can name any user and group; limit it to one signer with resourceNames",
  ),
};
