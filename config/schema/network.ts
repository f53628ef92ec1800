import { z } from "zod";
import { label } from "./label.ts";

export const port = z
  .int()
  .min(1)
  .max(65535)
  .meta({ examples: [5432] });

/** Blocks of nothing but the address where a cloud hands out the credentials of its nodes. */
const METADATA = ["169.254.169.254/32", "100.100.100.200/32", "fd00:ec2::254/128"];

/** Addresses and ports outside of the cluster. */
export const destination = z.strictObject({
  cidr: z
    .union([z.cidrv4(), z.cidrv6()], "a block of addresses such as 203.0.113.0/24")
    .refine((cidr) => !METADATA.includes(cidr), {
      error: "a block other than the cloud's metadata address, which hands out the credentials of the node",
      params: { example: "203.0.113.0/24" },
    })
    .describe("Block of addresses; `0.0.0.0/0` is the world without the cloud's metadata address. No host names.")
    .meta({ examples: ["203.0.113.0/24"] }),
  ports: z
    .array(port)
    .min(1)
    .describe("Ports that are called there.")
    .meta({ examples: [[5432]] }),
  protocol: z
    .enum(["TCP", "UDP"])
    .default("TCP")
    .describe("Protocol of the ports.")
    .meta({ examples: ["TCP"] }),
});

export const calls = z
  .array(label("billing"))
  .default([])
  .describe("Services that this one calls, of any tenant: opens the way at both ends. Nothing else is reached.")
  .meta({ examples: [["billing"]] });

export const egress = z
  .array(destination)
  .default([])
  .describe("Addresses outside of the cluster that this one calls.")
  .meta({ examples: [[{ cidr: "203.0.113.0/24", ports: [5432] }]] });
