import { stringify } from "yaml";
import { condition } from "../api.ts";
import { configFile, kubeconfigOf, pkiFile, type Lab } from "../lab.ts";
import { CGROUP } from "../node/cgroups.ts";
import { NODE } from "../pki/certificates.ts";
import { CONTAINERD_SOCKET } from "./containerd.ts";
import { processStat } from "../process/stat.ts";
import { answers } from "./probes.ts";
import type { ProcessPart } from "./part.ts";

/** @see https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/ */
function kubeletConfig(lab: Lab) {
  return {
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: pkiFile(lab, "ca.crt") },
    },
    authorization: { mode: "Webhook" },
    tlsCertFile: pkiFile(lab, "kubelet.crt"),
    tlsPrivateKeyFile: pkiFile(lab, "kubelet.key"),
    healthzBindAddress: lab.network.node,
    containerRuntimeEndpoint: `unix://${CONTAINERD_SOCKET}`,
    clusterDomain: "cluster.local",
    clusterDNS: [lab.network.dnsService],
    // The host's resolvers cannot be reached from the lab's network.
    resolvConf: configFile(lab, "resolv.conf"),
    cgroupDriver: "cgroupfs",
    cgroupRoot: `/${CGROUP}`,
    failCgroupV1: false,
    failSwapOn: false,
    // Lower than its parent's needs CAP_SYS_RESOURCE, which a container or a sandbox may lack.
    oomScoreAdj: 0,
    // The defaults are shares of the disk: on a full laptop images would vanish and pods be evicted.
    imageGCHighThresholdPercent: 100,
    imageGCLowThresholdPercent: 99,
    evictionHard: {
      "memory.available": "100Mi",
      "nodefs.available": "200Mi",
      "nodefs.inodesFree": "1%",
      "imagefs.available": "200Mi",
    },
    // The defaults, spelled out: what reads the logs of containers must keep up with them.
    containerLogMaxSize: "10Mi",
    containerLogMaxFiles: 5,
    // One node and no other user: what a test waits for should be the cluster's work, not a polite interval.
    nodeStatusUpdateFrequency: "2s",
    syncFrequency: "10s",
    serializeImagePulls: false,
    registryPullQPS: 0,
    eventRecordQPS: 0,
    kubeAPIQPS: 200,
    kubeAPIBurst: 400,
  };
}

export const kubelet: ProcessPart = {
  name: "kubelet",
  tool: "kubernetes",
  after: ["containerd", "kube-apiserver"],
  files: (lab) => ({ "kubelet.yaml": stringify(kubeletConfig(lab)), "resolv.conf": "" }),
  command: (lab) => [
    lab.tools.bin("kubelet"),
    `--config=${configFile(lab, "kubelet.yaml")}`,
    `--kubeconfig=${kubeconfigOf(lab, "kubelet")}`,
    `--hostname-override=${NODE}`,
    `--node-ip=${lab.network.node}`,
    // cAdvisor goes its own way to containerd; without it container metrics have no names.
    `--containerd=${CONTAINERD_SOCKET}`,
  ],
  ready: async ({ api, network }, pid) => {
    if (!(await answers(`http://${network.node}:10248/healthz`))) return false;
    const ready = condition((await api.get(`/api/v1/nodes/${NODE}`)).body, "Ready");
    // After a crash the node still counts as Ready for a while: only what this process has said is news.
    return ready?.status === "True" && isSince(ready.lastHeartbeatTime, processStat(pid)?.uptime ?? 0);
  },
};

/** Whether a time of the API server, exact to the second, falls into the last `seconds`. */
function isSince(time: string, seconds: number): boolean {
  return Date.parse(time) >= Math.floor(Date.now() / 1000 - seconds) * 1000;
}
