/**
 * Labels of a tenant's namespace: the Pod Security Standard that the API server enforces, at a fixed version so that an
 * upgrade of the cluster does not change what is let in.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export function namespaceLabels(tenant: string): Record<string, string> {
  return {
    "app.kubernetes.io/managed-by": "pulumi",
    "slipway.dev/tenant": tenant,
    "pod-security.kubernetes.io/enforce": "restricted",
    "pod-security.kubernetes.io/enforce-version": "v1.35",
    "pod-security.kubernetes.io/warn": "restricted",
    "pod-security.kubernetes.io/warn-version": "v1.35",
    "pod-security.kubernetes.io/audit": "restricted",
    "pod-security.kubernetes.io/audit-version": "v1.35",
  };
}
