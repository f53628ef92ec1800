import { stringify } from "yaml";
import { configFile, kubeconfigOf, type Lab } from "../lab.ts";
import { NODE } from "../pki/certificates.ts";
import { answers } from "./probes.ts";
import type { ProcessPart } from "./part.ts";

/** @see https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/ */
function kubeProxyConfig(lab: Lab) {
  return {
    apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
    kind: "KubeProxyConfiguration",
    clientConnection: { kubeconfig: kubeconfigOf(lab, "kube-proxy") },
    hostnameOverride: NODE,
    mode: "iptables",
    clusterCIDR: lab.network.pods,
    healthzBindAddress: `${lab.network.node}:10256`,
    metricsBindAddress: `${lab.network.node}:10249`,
    oomScoreAdj: 0,
    // These limits are the whole machine's, not the namespace's: hands off.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: "0s", tcpCloseWaitTimeout: "0s" },
    // A second by default, sized for thousands of services.
    iptables: { minSyncPeriod: "100ms", syncPeriod: "30s" },
  };
}

export const kubeProxy: ProcessPart = {
  name: "kube-proxy",
  tool: "kubernetes",
  after: ["kubelet"],
  files: (lab) => ({ "kube-proxy.yaml": stringify(kubeProxyConfig(lab)) }),
  command: (lab) => [lab.tools.bin("kube-proxy"), `--config=${configFile(lab, "kube-proxy.yaml")}`],
  ready: ({ network }) => answers(`http://${network.node}:10256/healthz`),
};
