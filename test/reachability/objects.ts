/** The NetworkPolicy API as far as it says who reaches whom, read from manifests: an opinion of its own, not ours. */
export type Labels = Readonly<Record<string, string>>;

export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

export interface PolicyPeer {
  podSelector?: LabelSelector;
  namespaceSelector?: LabelSelector;
  ipBlock?: { cidr: string; except?: string[] };
}

export interface PolicyPort {
  protocol?: string;
  port?: number | string;
  endPort?: number;
}

export interface PolicyRule {
  peers?: PolicyPeer[];
  ports?: PolicyPort[];
}

export interface Policy {
  namespace: string;
  podSelector: LabelSelector;
  policyTypes?: string[];
  ingress?: PolicyRule[];
  egress?: PolicyRule[];
}

export interface Pod {
  name: string;
  namespace: string;
  labels: Labels;
  /** Ports by name, as a policy may call them. */
  ports: { name?: string; number: number; protocol: string }[];
  ip?: string;
}

/** Somebody outside of the cluster. */
export interface Outsider {
  ip: string;
}

export type Party = Pod | Outsider;

export interface World {
  /** Labels of each namespace. */
  namespaces: ReadonlyMap<string, Labels>;
  policies: readonly Policy[];
}

export function isPod(party: Party): party is Pod {
  return "labels" in party;
}
