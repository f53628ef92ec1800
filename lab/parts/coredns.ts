import { Resolver } from "node:dns/promises";
import { corednsManifests } from "../addons/coredns.ts";
import { apply } from "./kubectl.ts";
import type { TaskPart } from "./part.ts";

/** Cluster DNS: a pod. */
export const coredns: TaskPart = {
  name: "coredns",
  after: ["kube-apiserver", "node images"],
  run: (lab) => apply(lab, corednsManifests(lab.network)),
  // Asked the way a pod asks: through the ClusterIP, kube-proxy's rules and the pod behind them.
  ready: async ({ network }) => {
    const resolver = new Resolver({ timeout: 500, tries: 1 });
    resolver.setServers([network.dnsService]);
    return (await resolver.resolve4("kubernetes.default.svc.cluster.local")).includes(network.apiService);
  },
};
