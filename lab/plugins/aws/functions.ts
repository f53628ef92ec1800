import type { ValueMap } from "../protocol/values.ts";

/** The account that AWS uses in its own examples: nobody's. */
const ACCOUNT = "123456789012";

const ZONES = ["a", "b", "c"];

/** What programs ask about where they are, with answers that fit together and belong to nobody. */
export const functions: Readonly<Record<string, (region: string) => ValueMap>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({
    id: ACCOUNT,
    accountId: ACCOUNT,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/preview/preview`,
    userId: "PREVIEW:preview",
  }),
  "aws:index/getRegion:getRegion": (region) => ({
    id: region,
    // `name` until version 7 of the provider, `region` since.
    name: region,
    region,
    description: "Example of the lab's preview",
    endpoint: `ec2.${region}.amazonaws.com`,
  }),
  "aws:index/getPartition:getPartition": () => ({
    id: "aws",
    partition: "aws",
    dnsSuffix: "amazonaws.com",
    reverseDnsPrefix: "com.amazonaws",
  }),
  "aws:index/getAvailabilityZones:getAvailabilityZones": (region) => ({
    id: region,
    region,
    names: ZONES.map((zone) => `${region}${zone}`),
    zoneIds: ZONES.map((_, index) => `${region}-az${index + 1}`),
    groupNames: [region],
  }),
};
