import { expect, test } from "vitest";
import { defaultDeny, networkPolicySpec } from "../../../../components/network/index.ts";

const orders = { name: "orders", ports: [8080, 9000], metricsPort: 9090 };
const everyPodOf = (namespace: string) => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
});
const podsOf = (name: string, namespace: string) => ({
  ...everyPodOf(namespace),
  podSelector: { matchLabels: { "app.kubernetes.io/name": name, "app.kubernetes.io/instance": name } },
});
const tcp = (port: number) => ({ protocol: "TCP", port });
const dns = {
  to: [{ ...everyPodOf("kube-system"), podSelector: { matchLabels: { "k8s-app": "kube-dns" } } }],
  ports: [{ protocol: "UDP", port: 53 }, tcp(53)],
};

test("a service that declares nothing resolves names, and that is all", () => {
  expect(networkPolicySpec(orders, {})).toEqual({
    podSelector: { matchLabels: { "app.kubernetes.io/name": "orders", "app.kubernetes.io/instance": "orders" } },
    policyTypes: ["Ingress", "Egress"],
    ingress: [],
    egress: [dns],
  });
});

test("gateway and callers reach the serving ports, the monitoring the metrics, and nobody both", () => {
  const { ingress } = networkPolicySpec(orders, {
    gateway: "traefik",
    monitoring: "monitoring",
    callers: [{ name: "cart", namespace: "shop" }],
  });
  expect(ingress).toEqual([
    { from: [everyPodOf("traefik"), podsOf("cart", "shop")], ports: [tcp(8080), tcp(9000)] },
    { from: [everyPodOf("monitoring")], ports: [tcp(9090)] },
  ]);
});

test("out go traces, calls to the pods' own ports, and what is outside, without the metadata address", () => {
  const { egress } = networkPolicySpec(orders, {
    monitoring: "monitoring",
    calls: [{ name: "billing", namespace: "back", ports: [8081] }],
    egress: [{ cidr: "0.0.0.0/0", ports: [443], protocol: "UDP" }],
    apiServer: [{ cidr: "10.0.0.1/32", ports: [6443] }],
  });
  expect(egress).toEqual([
    dns,
    { to: [everyPodOf("monitoring")], ports: [tcp(4317), tcp(4318)] },
    { to: [podsOf("billing", "back")], ports: [tcp(8081)] },
    {
      to: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.169.254/32", "100.100.100.200/32"] } }],
      ports: [{ protocol: "UDP", port: 443 }],
    },
    { to: [{ ipBlock: { cidr: "10.0.0.1/32" } }], ports: [tcp(6443)] },
  ]);
});

test("an empty list of ports opens nothing, though to Kubernetes it would mean all of them", () => {
  const task = { name: "sweep", ports: [] };
  const spec = networkPolicySpec(task, {
    gateway: "traefik",
    monitoring: "monitoring",
    callers: [{ name: "cart", namespace: "shop" }],
    calls: [{ name: "billing", namespace: "back", ports: [] }],
    egress: [{ cidr: "10.0.0.0/8", ports: [] }],
  });
  expect(spec.ingress).toEqual([]);
  expect(spec.egress).toHaveLength(2);
});

test("the namespace's own policy selects every pod and opens nothing", () => {
  expect(defaultDeny).toEqual({ podSelector: {}, policyTypes: ["Ingress", "Egress"] });
});
