import type { Rule } from "../../rule.ts";
import { rule as rbacAwsAuth } from "./rbac-aws-auth.ts";
import { rule as rbacCertificateApproval } from "./rbac-certificate-approval.ts";
import { rule as rbacEndpointsEdit } from "./rbac-endpoints-edit.ts";
import { rule as rbacNoAggregation } from "./rbac-no-aggregation.ts";
import { rule as rbacNoAnonymousSubjects } from "./rbac-no-anonymous-subjects.ts";
import { rule as rbacNoBindingChanges } from "./rbac-no-binding-changes.ts";
import { rule as rbacNoClusterAdmin } from "./rbac-no-cluster-admin.ts";
import { rule as rbacNoEscalation } from "./rbac-no-escalation.ts";
import { rule as rbacNoEvidenceRemoval } from "./rbac-no-evidence-removal.ts";
import { rule as rbacNoWildcards } from "./rbac-no-wildcards.ts";
import { rule as rbacNodeProxy } from "./rbac-node-proxy.ts";
import { rule as rbacPersistentVolumeCreate } from "./rbac-persistent-volume-create.ts";
import { rule as rbacPodCreate } from "./rbac-pod-create.ts";
import { rule as rbacPodExec } from "./rbac-pod-exec.ts";
import { rule as rbacSecretsRead } from "./rbac-secrets-read.ts";
import { rule as rbacTokenCreate } from "./rbac-token-create.ts";
import { rule as rbacWebhookConfiguration } from "./rbac-webhook-configuration.ts";

export const rbac: readonly Rule[] = [
  rbacNoWildcards,
  rbacNoEscalation,
  rbacNoBindingChanges,
  rbacSecretsRead,
  rbacPodExec,
  rbacPodCreate,
  rbacNodeProxy,
  rbacNoEvidenceRemoval,
  rbacWebhookConfiguration,
  rbacCertificateApproval,
  rbacTokenCreate,
  rbacPersistentVolumeCreate,
  rbacAwsAuth,
  rbacEndpointsEdit,
  rbacNoClusterAdmin,
  rbacNoAnonymousSubjects,
  rbacNoAggregation,
];
