import type { LabelSelector, Pod, Policy, PolicyPeer, PolicyPort, World } from "./objects.ts";

/** A Kubernetes object, as far as it is looked at here. */
export interface KubernetesObject {
  kind?: string;
  metadata?: { name?: string; namespace?: string; labels?: Record<string, string> };
  spec?: Record<string, unknown>;
}

interface PolicySpec {
  podSelector?: LabelSelector;
  policyTypes?: string[];
  ingress?: { from?: PolicyPeer[]; ports?: PolicyPort[] }[];
  egress?: { to?: PolicyPeer[]; ports?: PolicyPort[] }[];
}

interface PodTemplate {
  metadata?: { labels?: Record<string, string> };
  spec?: { containers?: { ports?: { name?: string; containerPort: number; protocol?: string }[] }[] };
}

interface WithTemplate {
  template?: PodTemplate;
}

/** Who there is and what the policies say, from the manifests of a cluster. */
export function readWorld(objects: readonly KubernetesObject[]): World & { pods: Pod[] } {
  return {
    namespaces: new Map(objects.filter(({ kind }) => kind === "Namespace").map(namespaceOf)),
    policies: objects.filter(({ kind }) => kind === "NetworkPolicy").map(policyOf),
    pods: objects.flatMap(podsOf),
  };
}

/** The API server labels every namespace with its name. */
export function namespaceOf({ metadata = {} }: KubernetesObject): [string, Record<string, string>] {
  const { name = "", labels = {} } = metadata;
  return [name, { ...labels, "kubernetes.io/metadata.name": name }];
}

export function policyOf({ metadata = {}, spec = {} }: KubernetesObject): Policy {
  const { podSelector = {}, policyTypes, ingress, egress } = spec as PolicySpec;
  return {
    namespace: metadata.namespace ?? "default",
    podSelector,
    policyTypes,
    ingress: ingress?.map(({ from, ports }) => ({ peers: from, ports })),
    egress: egress?.map(({ to, ports }) => ({ peers: to, ports })),
  };
}

/** One pod for each template: those of a workload are all alike. */
function podsOf({ kind = "", metadata = {}, spec = {} }: KubernetesObject): Pod[] {
  const { jobTemplate, template } = spec as { jobTemplate?: { spec?: WithTemplate }; template?: PodTemplate };
  const pod: PodTemplate | undefined = kind === "Pod" ? { metadata, spec } : (jobTemplate?.spec?.template ?? template);
  if (!pod) return [];
  const containers = pod.spec?.containers ?? [];
  return [
    {
      name: `${kind}/${metadata.name ?? ""}`,
      namespace: metadata.namespace ?? "default",
      labels: pod.metadata?.labels ?? {},
      ports: containers.flatMap(({ ports = [] }) =>
        ports.map(({ name, containerPort, protocol = "TCP" }) => ({ name, number: containerPort, protocol })),
      ),
    },
  ];
}
