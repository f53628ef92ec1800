import { trivy } from "../../frameworks.ts";
import { CLUSTER_ROLE, forbids } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** A persistent volume may be a hostPath, which no pod standard sees. */
export const rule: ObjectRule = {
  name: "rbac-persistent-volume-create",
  description: "No cluster role may allow to create persistent volumes.",
  level: mandatoryInProd,
  severity: "high",
  framework: trivy("KSV-0115"),
  remediation: "Let a StorageClass provision volumes, and remove the rule.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation",
  kinds: [CLUSTER_ROLE],
  checkObject: forbids(
    { groups: [""], resources: ["persistentvolumes"], verbs: ["create"] },
    "must not create persistent volumes: one may be a folder of the node, past every pod standard; let a StorageClass provision them",
  ),
};
