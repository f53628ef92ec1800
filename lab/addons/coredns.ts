import { labImageReference } from "../images/index.ts";
import type { NetworkPlan } from "../network/plan.ts";
import { REGISTRY } from "../parts/registry.ts";
import { scraped } from "./scraped.ts";

const labels = { "k8s-app": "kube-dns" };
const metadata = { name: "coredns", namespace: "kube-system", labels };

/**
 * The names of the cluster, and for every other one the immediate answer that it does not exist: the lab has no way
 * out, and a lookup that waits for a resolver out there would make every mistake a timeout. Two blocks, because within
 * one `template` would answer before `kubernetes` is asked. Answers are kept for 5 s, not 30: tests wait for them.
 */
export const corefile = `cluster.local:53 in-addr.arpa:53 ip6.arpa:53 {
    errors
    health :8080 {
        lameduck 5s
    }
    ready :8181
    kubernetes cluster.local in-addr.arpa ip6.arpa {
        pods insecure
        ttl 5
    }
    prometheus :9153
    cache 5
    reload 2s 1s
    loadbalance
}

.:53 {
    errors
    template ANY ANY {
        rcode NXDOMAIN
    }
}
`;

/** Cluster DNS as every distribution sets it up, one replica, non-root. @see https://github.com/coredns/deployment */
export function corednsManifests({ dnsService }: NetworkPlan): object[] {
  const role = "system:coredns";
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: { name: role },
      rules: [
        { apiGroups: [""], resources: ["endpoints", "services", "pods", "namespaces"], verbs: ["list", "watch"] },
        { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: ["list", "watch"] },
      ],
    },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name: role },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role },
      subjects: [{ kind: "ServiceAccount", name: metadata.name, namespace: metadata.namespace }],
    },
    { apiVersion: "v1", kind: "ConfigMap", metadata, data: { Corefile: corefile } },
    { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: deploymentSpec() },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { ...metadata, name: "kube-dns" },
      spec: {
        clusterIP: dnsService,
        selector: labels,
        ports: [
          { name: "dns", port: 53, protocol: "UDP" },
          { name: "dns-tcp", port: 53, protocol: "TCP" },
          { name: "metrics", port: 9153, protocol: "TCP" },
        ],
      },
    },
  ];
}

function deploymentSpec() {
  return {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels, annotations: scraped(9153) },
      spec: {
        serviceAccountName: metadata.name,
        priorityClassName: "system-cluster-critical",
        // Its own resolver must not be the service that it is.
        dnsPolicy: "Default",
        containers: [container],
        volumes: [{ name: "config", configMap: { name: metadata.name } }],
      },
    },
  };
}

const container = {
  name: "coredns",
  image: labImageReference("coredns", REGISTRY),
  args: ["-conf", "/etc/coredns/Corefile"],
  ports: [
    { name: "dns", containerPort: 53, protocol: "UDP" },
    { name: "dns-tcp", containerPort: 53, protocol: "TCP" },
    { name: "metrics", containerPort: 9153, protocol: "TCP" },
  ],
  volumeMounts: [{ name: "config", mountPath: "/etc/coredns", readOnly: true }],
  resources: { requests: { cpu: "50m", memory: "32Mi" }, limits: { memory: "128Mi" } },
  securityContext: {
    runAsNonRoot: true,
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] },
    seccompProfile: { type: "RuntimeDefault" },
  },
  readinessProbe: { httpGet: { path: "/ready", port: 8181 }, periodSeconds: 2 },
  livenessProbe: { httpGet: { path: "/health", port: 8080 }, initialDelaySeconds: 30 },
};
