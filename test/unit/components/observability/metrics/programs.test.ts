import { expect, test } from "vitest";
import type { MetricsArgs } from "../../../../../components/observability/metrics/index.ts";
import { stateProgram } from "../../../../../components/observability/metrics/kube-state-metrics.ts";
import { resourceProgram } from "../../../../../components/observability/metrics/metrics-server.ts";
import { nodeProgram } from "../../../../../components/observability/metrics/node-exporter.ts";
import { prometheusProgram } from "../../../../../components/observability/metrics/prometheus.ts";
import { metricsSpec } from "../../../../../components/observability/metrics/spec.ts";
import { least } from "./arguments.ts";

type Arguments = Partial<MetricsArgs>;

const specOf = (args: Arguments = {}) => metricsSpec({ ...least, ...args });
const flags = (args: Arguments = {}) => prometheusProgram(specOf(args)).args as string[];
const prometheusOf = (args: Arguments = {}) => prometheusProgram(specOf(args));

test("Prometheus keeps exemplars unless there are to be none, and takes samples only where asked", () => {
  const receiver = "--web.enable-remote-write-receiver";
  expect(flags()).toContain("--enable-feature=exemplar-storage");
  expect(flags({ exemplars: 0 })).not.toContain("--enable-feature=exemplar-storage");
  expect(flags()).not.toContain(receiver);
  expect(flags({ remoteWriteReceiver: true })).toContain(receiver);
});

test("Prometheus can be neither stopped nor changed by HTTP, and has no flag that version 3 gave up or will", () => {
  for (const flag of flags({ storage: "5Gi", remoteWriteReceiver: true, replicas: 2 })) {
    expect(flag).not.toMatch(
      /lifecycle|admin-api|retention|wal-compression|expand-external-labels|alertmanager\.timeout/,
    );
  }
});

test("no query may take more than a quarter of the memory", () => {
  const most = (memory: string) => {
    const flag = flags({ resources: { prometheus: { memory: { limit: memory } } } }).find((one) =>
      /max-samples/.test(one),
    );
    return Number(flag?.split("=")[1]);
  };
  expect(most("512Mi") * 16).toBe(128 * 2 ** 20);
  expect(most("4Gi")).toBe(8 * most("512Mi"));
});

test("samples lie on a disk of each server, or go with the pod, and fit on either", () => {
  expect(prometheusOf({ storage: "50Gi", storageClass: "gp3" }).volumes).toEqual([
    { name: "data", mountPath: "/data", claim: { size: "50Gi", storageClass: "gp3" } },
  ]);
  expect(prometheusOf().volumes).toMatchObject([{ emptyDir: { sizeLimit: "1280Mi" } }]);
  expect(prometheusOf({ retentionSize: "8Gi" }).volumes).toMatchObject([{ emptyDir: { sizeLimit: "10Gi" } }]);
  expect(flags()).toContain("--storage.tsdb.path=/data");
});

test("rules are mounted where there are any", () => {
  const folders = (args: Arguments) => prometheusOf(args).folders?.map(({ mountPath }) => mountPath);
  expect(folders({})).toEqual(["/etc/prometheus/config"]);
  expect(folders({ rules: { "a.yaml": "groups: []" } })).toEqual(["/etc/prometheus/config", "/etc/prometheus/rules"]);
});

test("Prometheus reaches every pod and node, and is reached by its namespace and who is to read it", () => {
  const { network } = prometheusOf({ readers: ["argo-rollouts"], nodes: ["10.9.0.0/16"] });
  expect(network?.from).toEqual([
    { namespace: "monitoring", ports: [9090] },
    { namespace: "argo-rollouts", ports: [9090] },
  ]);
  expect(network?.to).toContainEqual({ everyNamespace: true, ports: [] });
  expect(network?.to).toContainEqual({ cidrs: ["10.9.0.0/16"], ports: [] });
  expect(network?.to).toContainEqual({ cidrs: ["10.0.0.0/8"], ports: [443, 6443] });
});

test("Prometheus may look, and nothing else", () => {
  const rules = prometheusOf().rules ?? [];
  expect(new Set(rules.flatMap(({ verbs }) => verbs as string[]))).toEqual(new Set(["get", "list", "watch"]));
  const resources = rules.flatMap(({ resources = [] }) => resources as string[]);
  expect(resources).not.toContain("nodes/proxy");
  expect(resources).not.toContain("secrets");
});

test("kube-state-metrics may list exactly what it counts, which is neither Secrets nor Endpoints", () => {
  const { args, rules = [] } = stateProgram(specOf());
  const counted = (args as string[]).find((flag) => flag.startsWith("--resources="))?.slice("--resources=".length);
  const allowed = rules.flatMap(({ resources = [] }) => resources as string[]);
  expect(counted?.split(",")).toEqual(allowed.sort());
  expect(allowed).toEqual(expect.arrayContaining(["pods", "nodes", "resourcequotas", "jobs"]));
  for (const never of ["secrets", "configmaps", "endpoints"]) expect(allowed).not.toContain(never);
  for (const { verbs } of rules) expect(verbs).toEqual(["list", "watch"]);
});

test("node-exporter reads the node and cannot write it, and listens at the node's own address", () => {
  const { namespace, hostNetwork, volumes = [], args, kind, podFields } = nodeProgram(specOf());
  expect({ namespace, hostNetwork, kind }).toEqual({
    namespace: "monitoring-node",
    hostNetwork: true,
    kind: "DaemonSet",
  });
  expect(volumes.map(({ readOnly, hostPath }) => [hostPath?.path, readOnly])).toEqual([
    ["/proc", true],
    ["/sys", true],
    ["/", true],
  ]);
  expect(args).toContain("--web.listen-address=$(HOST_IP):9100");
  expect(podFields).toEqual({ HOST_IP: "status.hostIP" });
});

test("node-exporter collects what every node has, and hardware where asked", () => {
  expect(nodeProgram(specOf()).args).toContain("--collector.disable-defaults");
  expect(nodeProgram(specOf()).args).not.toContain("--collector.nvme");
  expect(nodeProgram(specOf({ nodeCollectors: ["nvme"] })).args).toContain("--collector.nvme");
});

test.each([
  ["/", false],
  ["/home", false],
  ["/var/lib/postgresql", false],
  ["/var/lib/kubelet", false],
  ["/var/lib/kubelet/pods/1/volumes/x", true],
  ["/run/containerd/io/rootfs", true],
  ["/proc/sys", true],
  ["/running", false],
])("the file system at %s is a pod's or the kernel's: %s", (path, excluded) => {
  const flag = (nodeProgram(specOf()).args as string[]).find((one) => one.includes("mount-points-exclude"));
  expect(new RegExp(flag?.split("=")[1] ?? "").test(path)).toBe(excluded);
});

test("metrics-server lets probes and Prometheus ask without a token, and answers the API server", () => {
  const { args, network, replicas } = resourceProgram(specOf({ replicas: 3, nodes: ["10.9.0.0/16"] }));
  expect(args).toContain("--authorization-always-allow-paths=/healthz,/livez,/readyz,/metrics");
  expect(network?.from).toContainEqual({
    cidrs: ["10.9.0.0/16", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"],
    ports: [10250],
  });
  expect(replicas).toBe(2);
});

test("metrics-server checks the kubelets' certificates where it can", () => {
  expect(resourceProgram(specOf()).args).toContain("--kubelet-insecure-tls");
  const { args } = resourceProgram(specOf({ verifyKubelets: true }));
  expect(args).not.toContain("--kubelet-insecure-tls");
  expect(args).toContain("--kubelet-certificate-authority=/var/run/secrets/kubernetes.io/serviceaccount/ca.crt");
});

test("each program is asked by Prometheus at the ports that it has", () => {
  const prometheus = { name: "prometheus", namespace: "monitoring" };
  for (const program of [stateProgram(specOf()), nodeProgram(specOf()), resourceProgram(specOf())]) {
    const ports = program.ports.map(({ port }) => port);
    expect(program.network?.from).toContainEqual({ pods: prometheus, ports });
  }
});

test("resources are those that were measured, with what is wanted otherwise", () => {
  const resources = { prometheus: { memory: { limit: "2Gi" } }, nodeExporter: { cpu: { request: "50m" } } };
  expect(prometheusOf({ resources }).resources.memory).toEqual({ request: "256Mi", limit: "2Gi" });
  expect(nodeProgram(specOf({ resources })).resources.cpu).toEqual({ request: "50m", limit: "200m" });
});

test.each<[Arguments, RegExp]>([
  [{ replicas: 0 }, /^metrics: replicas \(0\)/],
  [{ scrapeInterval: "500ms" }, /scrapeInterval \(500ms\)/],
  [{ scrapeInterval: "soon" }, /scrapeInterval \(soon\)/],
  [{ storage: "10Gi", retentionSize: "10Gi" }, /retentionSize \(10Gi\) must leave room on the disk \(10Gi\)/],
  [{ retentionSize: "1000" }, /retentionSize/],
  [{ storageClass: "gp3" }, /storageClass needs storage/],
  [{ exemplars: -1 }, /exemplars \(-1\)/],
  [{ operator: true, remoteWrite: [{ url: "https://a" }] }, /remoteWrite/],
  [{ clusterMonitors: true }, /clusterMonitors needs operator/],
])("refuses %j", (args, message) => {
  expect(() => specOf(args)).toThrow(message);
});
