import { expect, test } from "vitest";
import { Metrics, type MetricsArgs } from "../../../../../components/observability/metrics/index.ts";
import { recorded } from "../../recorded.ts";
import { least } from "./arguments.ts";

async function metrics(args: Partial<MetricsArgs> = {}) {
  const { resources, resource } = await recorded(() => new Metrics("metrics", { ...least, ...args }));
  const named = (kind: string) => resources.filter(({ type }) => type.endsWith(`:${kind}`)).map(({ name }) => name);
  const inputsOf = (kind: string) => resources.find(({ type }) => type.endsWith(`:${kind}`))?.inputs;
  const url = await new Promise((resolve) => (resource as Metrics).url.apply(resolve));
  return { resources, named, inputsOf, url };
}

test("metrics are Prometheus, what it asks about objects and nodes, and a part of the API", async () => {
  const { resources, named, inputsOf, url } = await metrics();
  expect(named("Program")).toEqual([
    "metrics-kube-state-metrics",
    "metrics-metrics-server",
    "metrics-node-exporter",
    "metrics-prometheus",
  ]);
  expect(named("StatefulSet")).toEqual(["metrics-prometheus"]);
  expect(named("DaemonSet")).toEqual(["metrics-node-exporter"]);
  expect(inputsOf("APIService")).toMatchObject({
    metadata: { name: "v1beta1.metrics.k8s.io" },
    spec: { service: { name: "metrics-server", namespace: "monitoring", port: 10250 } },
  });
  expect(url).toBe("http://prometheus.monitoring.svc:9090");
  for (const { name } of resources) expect(name).toMatch(/^metrics(-[a-z-]+)?$/);
});

test("metrics-server may ask who asks it", async () => {
  const { resources } = await metrics();
  const bindings = resources.filter(({ name }) => name.startsWith("metrics-metrics-server-auth"));
  const subjects = [{ kind: "ServiceAccount", name: "metrics-server", namespace: "monitoring" }];
  expect(bindings.map(({ inputs }) => inputs)).toMatchObject([
    { roleRef: { kind: "ClusterRole", name: "system:auth-delegator" }, subjects },
    {
      metadata: { namespace: "kube-system" },
      roleRef: { kind: "Role", name: "extension-apiserver-authentication-reader" },
      subjects,
    },
  ]);
});

test("a pair of servers has a budget for disruptions, and a disk each", async () => {
  const { named, inputsOf } = await metrics({ replicas: 2, storage: "50Gi" });
  expect(named("PodDisruptionBudget")).toEqual(["metrics-metrics-server", "metrics-prometheus"]);
  expect(inputsOf("StatefulSet")).toMatchObject({
    spec: { replicas: 2, volumeClaimTemplates: [{ spec: { resources: { requests: { storage: "50Gi" } } } }] },
  });
});

test("a cluster that has resource metrics keeps its own", async () => {
  const { resources } = await metrics({ resourceMetrics: false });
  expect(resources.filter(({ name }) => name.includes("metrics-server"))).toEqual([]);
});

test("under an operator there are only descriptions, with the labels that it looks for", async () => {
  const operatorLabels = { release: "kube-prometheus-stack" };
  const { resources, url } = await metrics({ operator: true, operatorLabels, rules: { "slo.yaml": "groups: []" } });
  const objects = resources.filter(({ type }) => type.startsWith("kubernetes:"));
  expect(objects.map(({ type, name }) => [type, name])).toEqual([
    ["kubernetes:monitoring.coreos.com/v1:PodMonitor", "metrics-slipway-pods"],
    ["kubernetes:monitoring.coreos.com/v1:PrometheusRule", "metrics-slipway-slo"],
  ]);
  for (const { inputs } of objects) {
    expect(inputs).toMatchObject({ metadata: { namespace: "monitoring", labels: operatorLabels } });
  }
  expect(url).toBe("http://prometheus-operated.monitoring.svc:9090");
});

test("an operator without monitors of the cluster gets them, and metrics-server comes where it is asked for", async () => {
  const more = { clusterMonitors: true, resourceMetrics: true, operatorUrl: "http://prometheus.other.svc:9090" };
  const { named, url } = await metrics({ operator: true, ...more });
  expect(named("ServiceMonitor")).toEqual(["metrics-slipway-apiservers", "metrics-slipway-kubelets"]);
  expect(named("Program")).toEqual(["metrics-metrics-server"]);
  expect(url).toBe("http://prometheus.other.svc:9090");
});
