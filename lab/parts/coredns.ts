import { Resolver } from "node:dns/promises";
import { execa } from "execa";
import { corednsManifests } from "../addons/coredns.ts";
import type { TaskPart } from "./part.ts";

/** Cluster DNS: the one part that is a pod. */
export const coredns: TaskPart = {
  name: "coredns",
  after: ["kube-apiserver", "node images"],
  run: async (lab) => {
    const input = JSON.stringify({ apiVersion: "v1", kind: "List", items: corednsManifests(lab.network) });
    const args = [
      "apply",
      "--kubeconfig",
      lab.state.kubeconfig,
      "--server-side",
      "--force-conflicts",
      "--field-manager=slipway-lab",
    ];
    await execa(lab.tools.bin("kubectl"), [...args, "--filename=-"], { input });
  },
  // Asked the way a pod asks: through the ClusterIP, kube-proxy's rules and the pod behind them.
  ready: async ({ network }) => {
    const resolver = new Resolver({ timeout: 500, tries: 1 });
    resolver.setServers([network.dnsService]);
    return (await resolver.resolve4("kubernetes.default.svc.cluster.local")).includes(network.apiService);
  },
};
