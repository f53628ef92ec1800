import { labImageReference } from "../images/index.ts";
import type { NetworkPlan } from "../network/plan.ts";
import { REGISTRY } from "../parts/registry.ts";
import { scraped } from "./scraped.ts";

/** Name of the class whose gateways Traefik serves. */
export const GATEWAY_CLASS = "traefik";

const name = "traefik";
const labels = { "app.kubernetes.io/name": name };
const metadata = { name, namespace: name, labels };
const read = ["get", "list", "watch"];

/** Where the gateway is reached, from the host as from pods: a fixed ClusterIP, for nothing here hands out load balancers. */
export function gatewayAddress({ dnsService }: NetworkPlan): string {
  return dnsService.replace(/\.\d+$/, ".80");
}

/**
 * Traefik as a Gateway API controller with upstream's intervals, one replica, non-root.
 * @see https://doc.traefik.io/traefik/reference/install-configuration/providers/kubernetes/kubernetes-gateway/
 */
export function traefikManifests(network: NetworkPlan): object[] {
  const address = gatewayAddress(network);
  return [
    {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name, labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
    },
    { apiVersion: "v1", kind: "ServiceAccount", metadata },
    { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", metadata: { name }, rules },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
      subjects: [{ kind: "ServiceAccount", name, namespace: name }],
    },
    {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "GatewayClass",
      metadata: { name: GATEWAY_CLASS },
      spec: { controllerName: "traefik.io/gateway-controller" },
    },
    { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: deploymentSpec(address) },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: {
        clusterIP: address,
        selector: labels,
        ports: [
          { name: "web", port: 80, targetPort: "web" },
          { name: "websecure", port: 443, targetPort: "websecure" },
          { name: "traefik", port: 8080, targetPort: "traefik" },
        ],
      },
    },
  ];
}

/** What the two providers read, and whose status they write. */
const rules = [
  { apiGroups: [""], resources: ["namespaces", "nodes", "services", "secrets", "configmaps"], verbs: read },
  { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: read },
  { apiGroups: ["gateway.networking.k8s.io", "traefik.io"], resources: ["*"], verbs: read },
  {
    apiGroups: ["gateway.networking.k8s.io"],
    resources: ["gatewayclasses", "gateways", "httproutes", "grpcroutes", "backendtlspolicies"].map(
      (kind) => `${kind}/status`,
    ),
    verbs: ["update"],
  },
];

function deploymentSpec(address: string) {
  return {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels, annotations: scraped(8080) },
      spec: {
        serviceAccountName: name,
        priorityClassName: "system-cluster-critical",
        securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
        containers: [container(address)],
      },
    },
  };
}

function container(address: string) {
  return {
    name,
    image: labImageReference("traefik", REGISTRY),
    args: [
      "--entryPoints.web.address=:80",
      "--entryPoints.websecure.address=:443",
      "--entryPoints.traefik.address=:8080",
      `--providers.kubernetesGateway.statusAddress.ip=${address}`,
      // Its kinds are filters of routes: rate limits, retries.
      "--providers.kubernetesCRD",
      "--ping",
      "--metrics.prometheus",
      "--global.checkNewVersion=false",
      "--global.sendAnonymousUsage=false",
      "--log.level=INFO",
    ],
    ports: [
      { name: "web", containerPort: 80 },
      { name: "websecure", containerPort: 443 },
      { name: "traefik", containerPort: 8080 },
    ],
    resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "256Mi" } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    readinessProbe: { httpGet: { path: "/ping", port: "traefik" }, periodSeconds: 2 },
    livenessProbe: { httpGet: { path: "/ping", port: "traefik" }, initialDelaySeconds: 30 },
  };
}
