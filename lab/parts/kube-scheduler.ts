import { kubeconfigOf } from "../lab.ts";
import { answers } from "./probes.ts";
import type { ProcessPart } from "./part.ts";

export const kubeScheduler: ProcessPart = {
  name: "kube-scheduler",
  tool: "kubernetes",
  after: ["kube-apiserver"],
  command: (lab) => {
    const kubeconfig = kubeconfigOf(lab, "kube-scheduler");
    return [
      lab.tools.bin("kube-scheduler"),
      `--kubeconfig=${kubeconfig}`,
      `--authentication-kubeconfig=${kubeconfig}`,
      `--authorization-kubeconfig=${kubeconfig}`,
      "--leader-elect=false",
    ];
  },
  ready: ({ network }) => answers(`https://${network.node}:10259/healthz`),
};
