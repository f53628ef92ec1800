import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { defaultDeny } from "../network/index.ts";

/** What the pods of a namespace may be allowed, at a fixed version so that an upgrade of the cluster changes nothing. */
function labels(level: "restricted" | "privileged"): Record<string, string> {
  const modes = ["enforce", "warn", "audit"].flatMap((mode) => [
    [`pod-security.kubernetes.io/${mode}`, level],
    [`pod-security.kubernetes.io/${mode}-version`, "v1.35"],
  ]);
  return { "app.kubernetes.io/managed-by": "pulumi", ...(Object.fromEntries(modes) as Record<string, string>) };
}

/** Where the agents live, apart from what needs no more than any service. */
export function nodeNamespace(namespace: string): string {
  return `${namespace}-node`;
}

/**
 * The two namespaces of the monitoring. Agents read files of their node, which `baseline` forbids already; they have a
 * namespace of their own, so that nothing else gets what they need.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function registerNamespaces(component: string, namespace: string, options: CustomResourceOptions): Resource[] {
  return [
    ...registerNamespace(component, namespace, "restricted", options),
    ...registerNamespace(`${component}-node`, nodeNamespace(namespace), "privileged", options),
  ];
}

function registerNamespace(
  component: string,
  name: string,
  level: "restricted" | "privileged",
  options: CustomResourceOptions,
): Resource[] {
  const namespace = new Namespace(component, { metadata: { name, labels: labels(level) } }, options);
  const policy = new NetworkPolicy(
    `${component}-default-deny`,
    { metadata: { name: "default-deny", namespace: name }, spec: defaultDeny },
    { ...options, dependsOn: namespace, deletedWith: namespace },
  );
  return [namespace, policy];
}
