import type { Input } from "@pulumi/pulumi";
import type { rbac } from "@pulumi/kubernetes/types/input.js";
import type { SecretArgs, SecretReference } from "../configuration/index.ts";
import type { OpeningsArgs } from "../network/index.ts";
import type { ClaimArgs } from "../workload/claims.ts";

/** Arguments of {@link Program}. */
export interface ProgramArgs {
  /**
   * Kubernetes name of the program and of all its objects, at most 40 characters. Plain, because children are named by it.
   * @default - the name of the component
   */
  name?: string;
  /** Namespace that the program runs in; it must exist. */
  namespace: Input<string>;
  /** Image of the program. */
  image: Input<string>;
  /**
   * What runs the pods. Storage that outlives a pod needs a `StatefulSet`.
   * @default "Deployment"
   */
  kind?: "Deployment" | "StatefulSet" | "DaemonSet";
  /**
   * Number of pods; from two on there is a disruption budget. Not for a DaemonSet.
   * @default 1
   */
  replicas?: number;
  /**
   * Arguments behind the image's entry point, which differs between builds of a program and is therefore left alone.
   * @default - the image's
   */
  args?: Input<string>[];
  /**
   * Environment variables. Not for secrets: they stand in the manifest.
   * @default - those of the Go runtime
   */
  env?: Record<string, Input<string>>;
  /**
   * Variables with what a pod knows of itself, by field path, such as `{ NODE_NAME: "spec.nodeName" }`.
   * @default - none
   * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
   */
  podFields?: Record<string, string>;
  /**
   * Folders of configuration files. A change rolls the pods. Not for secrets.
   * @default - none
   */
  folders?: FolderArgs[];
  /**
   * Secret values that Slipway keeps in the cluster.
   * @default - none
   */
  secrets?: SecretArgs[];
  /**
   * Values in Secrets that something else keeps.
   * @default - none
   */
  secretReferences?: SecretReference[];
  /** What the program listens on. Plain, because the network policy and the probes name them. */
  ports: ProgramPortArgs[];
  /** What the kubelet asks the program. */
  probes: ProgramProbesArgs;
  /** What a pod reserves, and what it may use at most. */
  resources: ProgramResourceArgs;
  /**
   * Folders beside those of the configuration.
   * @default - none: the root file system can only be read
   */
  volumes?: ProgramVolumeArgs[];
  /**
   * What the program may ask of the API server, in the whole cluster. Pods have a token only where there are rules.
   * @default - nothing
   */
  rules?: rbac.v1.PolicyRule[];
  /**
   * Shares the network of the node.
   * @default false
   */
  hostNetwork?: boolean;
  /**
   * Group of the process, where the files of a node need one.
   * @default 65532
   */
  runAsGroup?: number;
  /**
   * Seconds that the process has between its first signal and its last.
   * @default 30
   */
  grace?: number;
  /**
   * Who the pods talk to.
   * @default - nobody, beside the cluster's DNS
   */
  network?: OpeningsArgs;
}

/** A folder of configuration files. */
export interface FolderArgs {
  /** Where the container sees it; its last part names the ConfigMap, so that it must differ between the folders. */
  mountPath: string;
  /** Content by file name, a mebibyte at most. */
  files: Record<string, Input<string>>;
}

/** A port of a program. */
export interface ProgramPortArgs {
  /**
   * Name of the port, at most 15 characters. Prometheus scrapes every port whose name ends in `-metrics`, by https where
   * it begins with it.
   */
  name: string;
  /** Number of the port. */
  port: number;
  /**
   * What is spoken there.
   * @default "http"
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
   */
  appProtocol?: string;
}

/** How the kubelet finds out about a program. */
export interface ProgramProbesArgs {
  /** Whether it does its work. */
  readiness: HttpProbeArgs;
  /**
   * Whether it must be restarted.
   * @default - whether it accepts connections at readiness' port
   */
  liveness?: HttpProbeArgs;
  /**
   * Seconds that it has to start, for a log to be replayed or an index to be read.
   * @default 60
   */
  startup?: number;
}

/** A question by HTTP. */
export interface HttpProbeArgs {
  /** Path that is asked for; any status from 200 to 399 is a yes. */
  path: string;
  /** Port that is asked. */
  port: number;
  /**
   * How it is asked.
   * @default "HTTP"
   */
  scheme?: "HTTP" | "HTTPS";
}

/** Requests and limits, as Kubernetes quantities. Plain, because the Go runtime's settings follow from them. */
export interface ProgramResourceArgs {
  /** CPU, such as `{ request: "50m", limit: "500m" }`. */
  cpu: { request: string; limit: string };
  /** Memory, such as `{ request: "64Mi", limit: "128Mi" }`. */
  memory: { request: string; limit: string };
}

/** A folder of a program: exactly one of `emptyDir`, `claim` and `hostPath` says what is in it. */
export interface ProgramVolumeArgs {
  /** Name of the volume, unique in the program. */
  name: string;
  /** Where the container sees it. */
  mountPath: string;
  /**
   * Whether it can only be read.
   * @default false
   */
  readOnly?: boolean;
  /** An empty folder that goes with the pod, and stays when its container is restarted. */
  emptyDir?: { sizeLimit: string };
  /** Storage that outlives the pods, for each pod its own. */
  claim?: ClaimArgs;
  /** A folder of the node, or one below it that the kubelet makes with the mode of the folder. */
  hostPath?: { path: string; subPath?: string };
}
