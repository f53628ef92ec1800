/** Tools are chosen by group, so that a command builds only what it needs. */
export type ToolGroup = "cluster" | "observability" | "engine" | "bench" | "images" | "judges" | "load";

/** A file that ships inside a Go module instead of being compiled from it. */
export interface ModuleFile {
  /** Module that carries the file, in the version that the tool's go.mod selects. */
  module: string;
  /** Path of the file inside the module. */
  path: string;
}

/** A tool of the lab: what `go build` makes of the `tool` packages in `lab/tools/<name>/go.mod`. */
export interface Tool {
  group: ToolGroup;
  /** Names of the executables that the tool ends up with. */
  binaries: readonly string[];
  /** What Go calls a binary (last element of its package path) → what everybody else calls it. */
  renames?: Readonly<Record<string, string>>;
  /** Go build tags. */
  tags?: readonly string[];
  /** Variables set at link time, for `-X`. */
  variables?: Readonly<Record<string, string>>;
  scripts?: readonly ModuleFile[];
  /** Files, or folders of files, that belong to the tool and are not run. */
  files?: readonly ModuleFile[];
  /** A machine that has this command on its PATH keeps it: the tool is not built. */
  yieldsTo?: string;
  /** Measured sizes in MB: modules it downloads, what it adds to Go's build cache in catalog order, its binaries. */
  disk: { modules: number; build: number; binaries: number };
}

const kubernetesVersion = "1.36.3";
const pulumiVersion = "3.220.0";
const traefikVersion = "3.6.12";
const prometheusVersion = "3.15.0";
const kubeStateMetricsVersion = "2.18.0";
const nodeExporterVersion = "1.12.1";
const metricsServerVersion = "0.9.0";
const lokiVersion = "3.7.8";
const jaegerVersion = "1.62.0";

/** Where programs of the Prometheus family look for their version. */
const PROMETHEUS_VERSION = "github.com/prometheus/common/version.Version";

/** Every tool by its name, which is its folder under `lab/tools/`; versions stand in the go.mod there. */
export const catalog = {
  cni: {
    group: "cluster",
    binaries: ["bridge", "host-local", "loopback", "portmap"],
    disk: { modules: 30, build: 150, binaries: 15 },
  },
  etcd: {
    group: "cluster",
    binaries: ["etcd"],
    renames: { server: "etcd" },
    disk: { modules: 250, build: 300, binaries: 30 },
  },
  kubernetes: {
    group: "cluster",
    binaries: ["kube-apiserver", "kube-controller-manager", "kube-proxy", "kube-scheduler", "kubectl", "kubelet"],
    // Without these the API server introduces itself as v0.0.0, and clients refuse to talk to it.
    variables: {
      "k8s.io/component-base/version.gitVersion": `v${kubernetesVersion}`,
      "k8s.io/component-base/version.gitMajor": "1",
      "k8s.io/component-base/version.gitMinor": "36",
    },
    disk: { modules: 650, build: 3000, binaries: 470 },
  },
  containerd: {
    group: "cluster",
    binaries: ["containerd", "containerd-shim-runc-v2", "ctr"],
    // Snapshotters that need C libraries or kernel features which a plain machine lacks; overlayfs is enough.
    tags: ["no_btrfs", "no_devmapper", "no_zfs"],
    disk: { modules: 450, build: 400, binaries: 75 },
  },
  registry: {
    group: "cluster",
    binaries: ["registry"],
    disk: { modules: 1100, build: 550, binaries: 55 },
  },
  buildkit: {
    group: "cluster",
    binaries: ["buildctl", "buildkitd"],
    disk: { modules: 450, build: 500, binaries: 75 },
  },
  coredns: {
    group: "cluster",
    binaries: ["coredns"],
    disk: { modules: 1550, build: 900, binaries: 80 },
  },
  traefik: {
    group: "cluster",
    binaries: ["traefik"],
    // What it needs of a cluster before it can run there: the kinds of the Gateway API, and its own.
    files: [
      { module: "sigs.k8s.io/gateway-api", path: "config/crd/standard" },
      {
        module: "github.com/traefik/traefik/v3",
        path: "docs/content/reference/dynamic-configuration/kubernetes-crd-definition-v1.yml",
      },
    ],
    variables: { "github.com/traefik/traefik/v3/pkg/version.Version": traefikVersion },
    disk: { modules: 2050, build: 1400, binaries: 180 },
  },
  // What watches the platform. CoreDNS and these have the dependencies that they share in the same versions wherever they
  // compile with them, so that Go compiles them once.
  prometheus: {
    group: "observability",
    binaries: ["prometheus", "promtool"],
    // Targets are found through Kubernetes; the clients of some twenty clouds would be most of the build.
    tags: ["remove_all_sd", "enable_kubernetes_sd"],
    variables: { [PROMETHEUS_VERSION]: prometheusVersion },
    disk: { modules: 1000, build: 650, binaries: 130 },
  },
  "node-exporter": {
    group: "observability",
    binaries: ["node_exporter"],
    variables: { [PROMETHEUS_VERSION]: nodeExporterVersion },
    disk: { modules: 110, build: 25, binaries: 17 },
  },
  "metrics-server": {
    group: "observability",
    binaries: ["metrics-server"],
    variables: { "k8s.io/client-go/pkg/version.gitVersion": `v${metricsServerVersion}` },
    disk: { modules: 400, build: 480, binaries: 80 },
  },
  otelcol: {
    group: "observability",
    binaries: ["otelcol-contrib"],
    renames: { otelcol: "otelcol-contrib" },
    disk: { modules: 1150, build: 1000, binaries: 90 },
  },
  "kube-state-metrics": {
    group: "observability",
    binaries: ["kube-state-metrics"],
    // It reads the time zones of CronJobs, and dies of one that it does not find; upstream's base image has them.
    tags: ["timetzdata"],
    variables: { [PROMETHEUS_VERSION]: `v${kubeStateMetricsVersion}` },
    disk: { modules: 320, build: 400, binaries: 65 },
  },
  loki: {
    group: "observability",
    binaries: ["loki"],
    variables: { "github.com/grafana/loki/v3/pkg/util/build.Version": lokiVersion },
    disk: { modules: 2350, build: 1400, binaries: 160 },
  },
  jaeger: {
    group: "observability",
    binaries: ["jaeger-all-in-one"],
    renames: { "all-in-one": "jaeger-all-in-one" },
    variables: { "github.com/jaegertracing/jaeger/pkg/version.latestVersion": `v${jaegerVersion}` },
    disk: { modules: 550, build: 900, binaries: 50 },
  },
  pulumi: {
    group: "engine",
    binaries: ["pulumi", "pulumi-analyzer-policy", "pulumi-resource-pulumi-nodejs"],
    variables: { "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version": `v${pulumiVersion}` },
    // The engine finds policy packs and dynamic resources through these two on the PATH.
    scripts: [
      { module: "github.com/pulumi/pulumi/sdk/v3", path: "nodejs/dist/pulumi-analyzer-policy" },
      { module: "github.com/pulumi/pulumi/sdk/v3", path: "nodejs/dist/pulumi-resource-pulumi-nodejs" },
    ],
    yieldsTo: "pulumi",
    disk: { modules: 1350, build: 700, binaries: 80 },
  },
  "pulumi-language-nodejs": {
    group: "engine",
    binaries: ["pulumi-language-nodejs"],
    // An installed CLI brings its own language host beside it.
    yieldsTo: "pulumi",
    disk: { modules: 300, build: 250, binaries: 20 },
  },
  helm: {
    group: "bench",
    binaries: ["helm"],
    yieldsTo: "helm",
    disk: { modules: 400, build: 1200, binaries: 70 },
  },
  // Copies images between registries and archives (components/image, docs/air-gap.md).
  oras: {
    group: "images",
    binaries: ["oras"],
    yieldsTo: "oras",
    disk: { modules: 35, build: 150, binaries: 12 },
  },
  // An independent opinion on what is rendered.
  "kube-score": {
    group: "judges",
    binaries: ["kube-score"],
    disk: { modules: 150, build: 250, binaries: 17 },
  },
  // Sends requests at a rate that does not depend on the answers (test/lab/gateway).
  vegeta: {
    group: "load",
    binaries: ["vegeta"],
    disk: { modules: 60, build: 200, binaries: 10 },
  },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof catalog;

/** Any executable of any tool. */
export type BinaryName = (typeof catalog)[ToolName]["binaries"][number];

/** Names of the tools that a selection of names and groups stands for, each once, in catalog order. */
export function select(selection: readonly (ToolName | ToolGroup)[]): ToolName[] {
  return (Object.keys(catalog) as ToolName[]).filter(
    (name) => selection.includes(name) || selection.includes(catalog[name].group),
  );
}
