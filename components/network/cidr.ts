import { BlockList, isIP } from "node:net";
import { RunError } from "@pulumi/pulumi/errors.js";

/**
 * Where a cloud hands out the credentials of the node to whoever asks from it.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html (the same IPv4 address at Google, Azure and others)
 * @see https://www.alibabacloud.com/help/en/ecs/user-guide/view-instance-metadata
 */
const METADATA = ["169.254.169.254", "100.100.100.200", "fd00:ec2::254"];

/**
 * A block of addresses without the metadata addresses that are in it.
 *
 * @throws RunError if it is no block, or nothing but a metadata address
 */
export function withoutMetadata(cidr: string): { cidr: string; except?: string[] } {
  const { address, length, bits } = parsed(cidr);
  const block = new BlockList();
  block.addSubnet(address, length, familyOf(address));
  const within = METADATA.filter((one) => isIP(one) === isIP(address) && block.check(one, familyOf(one)));
  if (within.length === 0) return { cidr };
  if (length === bits) {
    throw new RunError(
      `egress ${cidr}: is where a cloud hands out the credentials of its nodes; give a pod an identity of its own instead.`,
    );
  }
  return { cidr, except: within.map((one) => `${one}/${bits}`) };
}

function parsed(cidr: string): { address: string; length: number; bits: number } {
  const [address = "", prefix = "", ...rest] = cidr.split("/");
  const bits = isIP(address) === 6 ? 128 : 32;
  const length = Number(prefix);
  if (isIP(address) === 0 || !/^\d{1,3}$/.test(prefix) || length > bits || rest.length > 0) {
    throw new RunError(`egress "${cidr}": is no block of addresses; write it like 203.0.113.0/24.`);
  }
  return { address, length, bits };
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
