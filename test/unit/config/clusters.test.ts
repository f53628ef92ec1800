import { expect, test } from "vitest";
import { parseStack } from "../../../config/stack.ts";

const service = (name: string, tenant: string) => ({ name, tenant, image: "acme/x:1" });
const valid = {
  environment: "dev",
  images: { registry: "localhost:5000/slipway" },
  tenants: [{ name: "shop" }, { name: "back" }],
  services: [service("orders", "shop"), service("billing", "back")],
};
const east = { name: "east", context: "e" };
const west = { name: "west", context: "w" };

function clustersOf(stack: Record<string, unknown>) {
  const parsed = parseStack({ ...valid, ...stack }, "dev");
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  return parsed.config.clusters.map(({ name, context, prefix, tenants }) => ({
    ...(name && { name }),
    context,
    prefix,
    tenants: names(tenants),
    services: names(tenants.flatMap(({ services }) => services)),
  }));
}

test("the single cluster has every tenant, even without services, and no prefix", () => {
  expect(clustersOf({ cluster: { context: "lab" }, services: [] })).toEqual([
    { context: "lab", prefix: "", tenants: ["shop", "back"], services: [] },
  ]);
});

test("each of several clusters has the services that it names and their tenants; one that names none has all", () => {
  expect(clustersOf({ clusters: [east, { ...west, services: ["billing"] }] })).toEqual([
    { name: "east", context: "e", prefix: "east-", tenants: ["shop", "back"], services: ["orders", "billing"] },
    { name: "west", context: "w", prefix: "west-", tenants: ["back"], services: ["billing"] },
  ]);
});

test.each([
  [
    "neither `cluster` nor `clusters`",
    {},
    "slipway:cluster.context: expected exactly one of `cluster` and `clusters`, found nothing. Fix: pulumi config set -s dev --path 'slipway:cluster.context' lab",
  ],
  [
    "both `cluster` and `clusters`",
    { cluster: { context: "lab" }, clusters: [east] },
    "slipway:cluster: stands beside `clusters`, and a stack has only one of them. Fix: pulumi config rm -s dev --path 'slipway:cluster'",
  ],
  ["no cluster in the list", { clusters: [] }, "slipway:clusters: expected at least 1 of it, found []"],
  [
    "two clusters of one name",
    { clusters: [east, east] },
    'slipway:clusters[1].name: expected a name that is not taken, found "east"',
  ],
  [
    "names that make the same Pulumi name",
    { clusters: [east, { ...west, name: "east-2" }] },
    'slipway:clusters[1].name: expected a name that does not begin with `east-`, found "east-2"',
  ],
  [
    "a service that is none",
    { clusters: [{ ...east, services: ["orders", "billing", "ghost"] }] },
    'slipway:clusters[0].services[2]: expected a name under `services` (`orders`, `billing`), found "ghost"',
  ],
  [
    "a service that runs nowhere",
    { clusters: [{ ...east, services: ["orders"] }] },
    "slipway:clusters[0].services[1]: expected `billing`, which no cluster runs yet, found nothing. Fix: pulumi config set -s dev --path 'slipway:clusters[0].services[1]' billing",
  ],
  [
    "a cluster without context",
    { clusters: [{ name: "east" }] },
    "slipway:clusters[0].context: expected text, found nothing. Fix: pulumi config set -s dev --path 'slipway:clusters[0].context' lab",
  ],
])("refuses %s", (_, stack, line) => {
  const parsed = parseStack({ ...valid, ...stack }, "dev");
  expect(parsed.ok ? [] : parsed.problems).toEqual([expect.stringContaining(line)]);
});
