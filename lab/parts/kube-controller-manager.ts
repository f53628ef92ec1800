import { kubeconfigOf, pkiFile } from "../lab.ts";
import { answers } from "./probes.ts";
import type { ProcessPart } from "./part.ts";

export const kubeControllerManager: ProcessPart = {
  name: "kube-controller-manager",
  tool: "kubernetes",
  after: ["kube-apiserver"],
  command: (lab) => {
    const kubeconfig = kubeconfigOf(lab, "kube-controller-manager");
    return [
      lab.tools.bin("kube-controller-manager"),
      `--kubeconfig=${kubeconfig}`,
      `--authentication-kubeconfig=${kubeconfig}`,
      `--authorization-kubeconfig=${kubeconfig}`,
      // One of a kind, and what was killed must not wait for its own lease.
      "--leader-elect=false",
      "--use-service-account-credentials=true",
      `--root-ca-file=${pkiFile(lab, "ca.crt")}`,
      `--service-account-private-key-file=${pkiFile(lab, "service-account.key")}`,
      `--cluster-signing-cert-file=${pkiFile(lab, "ca.crt")}`,
      `--cluster-signing-key-file=${pkiFile(lab, "ca.key")}`,
      "--allocate-node-cidrs=true",
      `--cluster-cidr=${lab.network.pods}`,
      `--node-cidr-mask-size=${lab.network.pods.split("/")[1]}`,
      `--service-cluster-ip-range=${lab.network.services}`,
      // The default of 20 requests a second is what a rollout of many services would wait for.
      "--kube-api-qps=200",
      "--kube-api-burst=400",
    ];
  },
  ready: ({ network }) => answers(`https://${network.node}:10257/healthz`),
};
