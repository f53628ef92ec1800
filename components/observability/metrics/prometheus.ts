import type { ProgramArgs } from "../../program/index.ts";
import { bytes } from "../../quantity.ts";
import { prometheusYaml, RULES } from "./config.ts";
import { PROMETHEUS } from "./names.ts";
import { apiServerOpenings } from "./openings.ts";
import { remoteWriteOpenings, remoteWriteSecrets } from "./remote-write.ts";
import { resourcesOf } from "./resources.ts";
import { PRIVATE, type MetricsSpec } from "./spec.ts";
import { DATA, dataVolume } from "./storage.ts";

const CONFIG = "/etc/prometheus/config";

/** Bytes that a sample takes while a query works on it. */
const SAMPLE = 16;

/** Prometheus: it scrapes, keeps, evaluates rules and answers queries. */
export function prometheusProgram(spec: MetricsSpec): ProgramArgs {
  const { rules, remoteWrite } = spec;
  const resources = resourcesOf("prometheus", spec.resources);
  return {
    name: PROMETHEUS.name,
    namespace: spec.namespace,
    image: spec.images.prometheus,
    kind: "StatefulSet",
    replicas: spec.replicas,
    args: prometheusFlags(spec, bytes(resources.memory.limit)),
    podFields: { POD_NAME: "metadata.name" },
    folders: [
      { mountPath: CONFIG, files: { "prometheus.yml": prometheusYaml(spec) } },
      ...(Object.keys(rules).length > 0 ? [{ mountPath: RULES, files: rules }] : []),
    ],
    secretReferences: remoteWriteSecrets(remoteWrite),
    ports: [{ name: "http-metrics", port: PROMETHEUS.port }],
    // It listens at once, and is ready when it has read what it wrote before its end: minutes, where that is hours' worth.
    probes: { readiness: { path: "/-/ready", port: PROMETHEUS.port }, startup: 300 },
    resources,
    volumes: [dataVolume(spec)],
    rules: [
      { apiGroups: [""], resources: ["nodes", "pods", "services"], verbs: ["get", "list", "watch"] },
      { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: ["get", "list", "watch"] },
      // What a kubelet asks for, its own metrics and cAdvisor's; nodes/proxy would let in to every container.
      { apiGroups: [""], resources: ["nodes/metrics"], verbs: ["get"] },
      { nonResourceURLs: ["/metrics"], verbs: ["get"] },
    ],
    // What is on its way to a store has a minute to get there.
    grace: remoteWrite.length > 0 ? 90 : 30,
    network: {
      from: [spec.namespace, ...spec.readers].map((namespace) => ({ namespace, ports: [PROMETHEUS.port] })),
      to: [
        { everyNamespace: true, ports: [] },
        { cidrs: spec.nodes, ports: [] },
        ...apiServerOpenings(spec),
        ...remoteWriteOpenings(remoteWrite, PRIVATE),
      ],
    },
  };
}

/**
 * What is no matter of the configuration file. Neither reload nor shutdown can be asked for by HTTP: both are off unless
 * `--web.enable-lifecycle` is said, and a changed configuration comes with new pods.
 * @see https://prometheus.io/docs/prometheus/latest/command-line/prometheus/
 */
function prometheusFlags({ remoteWriteReceiver, exemplars }: MetricsSpec, memory: number): string[] {
  return [
    `--config.file=${CONFIG}/prometheus.yml`,
    `--storage.tsdb.path=${DATA}`,
    // One query may not take more than a quarter of the memory: it fails, instead of the server.
    `--query.max-samples=${Math.floor(memory / 4 / SAMPLE)}`,
    ...(exemplars === 0 ? [] : ["--enable-feature=exemplar-storage"]),
    ...(remoteWriteReceiver ? ["--web.enable-remote-write-receiver"] : []),
  ];
}
