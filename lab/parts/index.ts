import { buildkitd } from "./buildkitd.ts";
import { containerd } from "./containerd.ts";
import { coredns } from "./coredns.ts";
import { etcd } from "./etcd.ts";
import { gateway, gatewayKinds } from "./gateway.ts";
import { baseImages, gatewayImage, nodeImages } from "./images.ts";
import { kubeApiserver } from "./kube-apiserver.ts";
import { kubeControllerManager } from "./kube-controller-manager.ts";
import { kubeProxy } from "./kube-proxy.ts";
import { kubeScheduler } from "./kube-scheduler.ts";
import { kubelet } from "./kubelet.ts";
import { nodeRole } from "./node-role.ts";
import type { Part } from "./part.ts";
import { registry, registryHost } from "./registry.ts";

/** The lab, part by part. The order is that of `lab status`; what starts when follows from `after`. */
export const parts: readonly Part[] = [
  etcd,
  kubeApiserver,
  kubeControllerManager,
  kubeScheduler,
  containerd,
  kubelet,
  nodeRole,
  kubeProxy,
  registry,
  registryHost,
  buildkitd,
  nodeImages,
  baseImages,
  coredns,
  gatewayImage,
  gatewayKinds,
  gateway,
];
