import { BlockList, isIP } from "node:net";
import { security } from "../../frameworks.ts";
import { direction } from "../../kubernetes/network-policy.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { not, or, some } from "../../values/truth.ts";

/** Where clouds answer with the credentials of the node. */
const METADATA_SERVICES = [
  { address: "169.254.169.254", family: "ipv4" },
  { address: "fd00:ec2::254", family: "ipv6" },
] as const;

/** A pod that can be made to fetch a URL would fetch the credentials of its node from there. */
export const rule: ObjectRule = {
  name: "network-policy-no-metadata-service",
  description: "No NetworkPolicy may let pods call the cloud's metadata service.",
  level: mandatoryInProd,
  severity: "high",
  framework: security,
  remediation: "Add except: [169.254.169.254/32] (fd00:ec2::254/128) to the block; give pods identities of their own.",
  url: "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
  kinds: ["NetworkPolicy.networking.k8s.io"],
  checkObject({ fields }, require) {
    for (const { peers } of direction(fields.at("spec"), "Egress").rules) {
      for (const block of peers.items().map((peer) => peer.at("ipBlock"))) {
        const [cidr, except] = [block.at("cidr"), block.at("except")];
        const reaches = METADATA_SERVICES.map((service) => {
          const has = (value: unknown) => contains(value, service);
          return not(
            or(
              not(cidr.test(has)),
              some(except.items(), (part) => part.test(has)),
            ),
          );
        });
        const holds = not(or(...reaches));
        require(holds, cidr, "must not take in the metadata service, which hands out the node's credentials; except it");
      }
    }
  },
};

function contains(cidr: unknown, { address, family }: (typeof METADATA_SERVICES)[number]): boolean {
  const [network = "", prefix = ""] = typeof cidr === "string" ? cidr.split("/") : [];
  const isOfFamily = isIP(network) === (family === "ipv4" ? 4 : 6);
  if (!isOfFamily || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (family === "ipv4" ? 32 : 128)) return false;
  const block = new BlockList();
  block.addSubnet(network, Number(prefix), family);
  return block.check(address, family);
}
