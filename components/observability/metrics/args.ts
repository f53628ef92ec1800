import type { Input } from "@pulumi/pulumi";
import type { EgressArgs } from "../../network/index.ts";
import type { OperatorArgs } from "./operator.ts";
import type { RemoteWriteArgs } from "./remote-write-args.ts";
import type { MetricsResourcesArgs } from "./resources.ts";
import type { StorageArgs } from "./storage.ts";

/** Arguments of {@link Metrics}. Plain where its value stands in the configuration or decides which resources exist. */
export interface MetricsArgs extends StorageArgs, OperatorArgs {
  /** Namespace of the monitoring; it must exist. */
  namespace: string;
  /** Namespace for what reads the files of a node, which no `restricted` one lets in; it must exist. */
  nodeNamespace: string;
  /** Images of the programs. */
  images: MetricsImagesArgs;
  /**
   * What the series of this cluster are labelled with (`cluster`) wherever they are sent.
   * @default "default"
   */
  cluster?: string;
  /**
   * Number of Prometheus servers, each of which scrapes everything: a second one fills the gaps of the first.
   * @default 1
   */
  replicas?: number;
  /**
   * Time between two scrapes of a target, and between two evaluations of a rule.
   * @default "30s"
   */
  scrapeInterval?: string;
  /**
   * Samples that a pod may expose; of one that exposes more, none is taken.
   * @default 50000
   */
  sampleLimit?: number;
  /**
   * Whether scheduler, controller manager and etcd are scraped, where they listen on the control plane's nodes. Managed
   * clusters such as EKS hide them.
   * @default false
   */
  controlPlane?: boolean;
  /**
   * Whether the kubelets' certificates are signed by the cluster's own authority, and are to be checked.
   * @default false - they sign their own, as kubelets do unless `serverTLSBootstrap` is on
   * @see https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/#client-and-serving-certificates
   */
  verifyKubelets?: boolean;
  /**
   * Whether metrics-server comes along, without which `kubectl top` and autoscalers know nothing. False where the cluster
   * has one, such as EKS' add-on.
   * @default - true, and false with `operator`
   */
  resourceMetrics?: boolean;
  /**
   * Collectors of node-exporter beside those for what every node has, such as `hwmon`, `mdadm` or `nvme` on bare metal.
   * @default - none
   * @see https://github.com/prometheus/node_exporter#collectors
   */
  nodeCollectors?: string[];
  /**
   * Files of recording and alerting rules, by name.
   * @default - none
   */
  rules?: Record<string, string>;
  /**
   * Stores that every sample is sent on to.
   * @default - none
   */
  remoteWrite?: RemoteWriteArgs[];
  /**
   * Whether Prometheus takes samples that others send, on `/api/v1/write`.
   * @default false
   */
  remoteWriteReceiver?: boolean;
  /**
   * What differs from the programs' measured use.
   * @default - Prometheus has 512Mi, the others 128Mi at most
   */
  resources?: MetricsResourcesArgs;
  /**
   * Namespaces that may query Prometheus, beside its own.
   * @default - none
   */
  readers?: string[];
  /**
   * Blocks of the nodes' addresses: kubelets, and pods that share the network of a node.
   * @default - the private addresses of IPv4
   */
  nodes?: string[];
  /**
   * Addresses of the API server.
   * @default - the private addresses of IPv4, ports 443 and 6443
   */
  apiServer?: EgressArgs[];
}

/** Images of the programs, best `repository@digest`. */
export interface MetricsImagesArgs {
  /** Prometheus, 3.11 or later: the retention stands in its configuration file. */
  prometheus: Input<string>;
  /** kube-state-metrics. */
  kubeStateMetrics: Input<string>;
  /** node-exporter. */
  nodeExporter: Input<string>;
  /** metrics-server. */
  metricsServer: Input<string>;
}
