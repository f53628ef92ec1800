/** A kind as the API server knows it. */
export interface GroupVersionKind {
  apiVersion: string;
  kind: string;
}

/**
 * The kind that a type token speaks of: `kubernetes:core/v1:ConfigMap` → v1 ConfigMap, `kubernetes:apps/v1:Deployment`,
 * `kubernetes:argoproj.io/v1alpha1:Rollout`; a `…Patch` is of the kind that it patches.
 */
export function kindOfToken(token: string): GroupVersionKind {
  const [, apiVersion = "", kind = ""] = token.split(":");
  return {
    apiVersion: apiVersion.replace(/^core\//, ""),
    kind: isPatchToken(token) ? kind.slice(0, -PATCH.length) : kind,
  };
}

const PATCH = "Patch";

/** True for a resource that manages only some fields of an object that exists without it. */
export function isPatchToken(token: string): boolean {
  return token.endsWith(PATCH) && !token.endsWith(`:${PATCH}`);
}

/** Kinds that belong to the cluster: what a preview goes by while no API server answers. */
export const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  "APIService",
  "CertificateSigningRequest",
  "ClusterRole",
  "ClusterRoleBinding",
  "ClusterTrustBundle",
  "CSIDriver",
  "CSINode",
  "CustomResourceDefinition",
  "DeviceClass",
  "FlowSchema",
  "GatewayClass",
  "IngressClass",
  "IPAddress",
  "MutatingAdmissionPolicy",
  "MutatingAdmissionPolicyBinding",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "PersistentVolume",
  "PriorityClass",
  "PriorityLevelConfiguration",
  "ResourceSlice",
  "RuntimeClass",
  "ServiceCIDR",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
  "VolumeAttachment",
  "VolumeAttributesClass",
]);
