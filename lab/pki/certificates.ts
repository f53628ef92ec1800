import type { NetworkPlan } from "../network/plan.ts";

/** A certificate of the cluster; its key and itself are `<name>.key` and `<name>.crt`. */
export interface Certificate {
  name: string;
  commonName: string;
  /** Kubernetes reads groups from it. */
  organization?: string;
  /** Which authority signs; an authority signs itself. */
  signer?: "ca" | "front-proxy-ca";
  usages: readonly ("serverAuth" | "clientAuth")[];
  /** `DNS:…` and `IP:…`. */
  alternativeNames?: readonly string[];
}

/** Name of the one node. */
export const NODE = "lab";

/** The two authorities: clients and servers of the cluster, and the API server as a proxy for aggregated APIs. */
export const authorities: readonly Certificate[] = [
  { name: "ca", commonName: "slipway-lab", usages: [] },
  { name: "front-proxy-ca", commonName: "slipway-lab-front-proxy", usages: [] },
];

/**
 * What is issued, with the names and groups that Kubernetes' own roles are bound to.
 * @see https://kubernetes.io/docs/setup/best-practices/certificates/
 */
export function certificates({ node, apiService }: NetworkPlan): Certificate[] {
  const client = { signer: "ca", usages: ["clientAuth"] } as const;
  const service = [
    "kubernetes",
    "kubernetes.default",
    "kubernetes.default.svc",
    "kubernetes.default.svc.cluster.local",
  ];
  return [
    {
      name: "kube-apiserver",
      commonName: "kube-apiserver",
      signer: "ca",
      usages: ["serverAuth"],
      alternativeNames: [
        ...service.map((name) => `DNS:${name}`),
        "DNS:localhost",
        "IP:127.0.0.1",
        `IP:${node}`,
        `IP:${apiService}`,
      ],
    },
    {
      ...client,
      name: "kube-apiserver-kubelet-client",
      commonName: "kube-apiserver-kubelet-client",
      organization: "system:masters",
    },
    { ...client, name: "front-proxy-client", commonName: "front-proxy-client", signer: "front-proxy-ca" },
    { ...client, name: "kube-controller-manager", commonName: "system:kube-controller-manager" },
    { ...client, name: "kube-scheduler", commonName: "system:kube-scheduler" },
    { ...client, name: "kube-proxy", commonName: "system:kube-proxy" },
    { ...client, name: "admin", commonName: "lab-admin", organization: "system:masters" },
    {
      ...client,
      name: "kubelet",
      commonName: `system:node:${NODE}`,
      organization: "system:nodes",
      usages: ["serverAuth", "clientAuth"],
      alternativeNames: [`DNS:${NODE}`, `IP:${node}`],
    },
  ];
}

/** Users with a kubeconfig of their own, by the name of their certificate. */
export const kubeconfigUsers = ["kube-controller-manager", "kube-scheduler", "kube-proxy", "kubelet", "admin"] as const;
