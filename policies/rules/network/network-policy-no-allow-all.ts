import { security } from "../../frameworks.ts";
import { direction } from "../../kubernetes/network-policy.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { not } from "../../values/truth.ts";

const EVERYWHERE = ["0.0.0.0/0", "::/0"];

/** A rule without peers is a rule about everybody: the cluster, and whoever gets into it from outside. */
export const rule: ObjectRule = {
  name: "network-policy-no-allow-all",
  description: "No NetworkPolicy may let everybody in, or let pods call everything.",
  level: mandatoryInProd,
  severity: "high",
  framework: security,
  remediation: "Name the peers: podSelector, namespaceSelector, or the blocks of addresses that are needed.",
  url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
  kinds: ["NetworkPolicy.networking.k8s.io"],
  checkObject({ fields }, require) {
    for (const way of ["Ingress", "Egress"] as const) {
      for (const { peers, allowsAll } of direction(fields.at("spec"), way).rules) {
        require(not(allowsAll), peers, "must name peers: without them the rule is about everybody");
        for (const cidr of peers.items().map((peer) => peer.at("ipBlock", "cidr"))) {
          require(not(cidr.isOneOf(EVERYWHERE)), cidr, "must not be every address; name the blocks that are needed");
        }
      }
    }
  },
};
