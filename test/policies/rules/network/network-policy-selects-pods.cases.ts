import { rule } from "../../../../policies/rules/network/network-policy-selects-pods.ts";
import { object, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const LABELS = "spec.template.metadata.labels";
const pod = (labels: unknown, namespace: unknown = "shop", name = "orders") =>
  object("Deployment.apps", { metadata: { namespace }, spec: { template: { metadata: { labels }, spec: {} } } }, name);
const policy = (podSelector: unknown, namespace: unknown = "shop") =>
  object("NetworkPolicy.networking.k8s.io", { metadata: { namespace }, spec: { podSelector } }, "policy");
const orders = pod({ app: "orders", tier: "web" });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "by one that selects all", given: [orders, policy({})] },
    { it: "by its labels", given: [orders, policy({ matchLabels: { app: "orders" } })] },
    {
      it: "by expressions",
      given: [
        orders,
        policy({
          matchExpressions: [
            { key: "app", operator: "In", values: ["orders", "carts"] },
            { key: "tier", operator: "Exists" },
            { key: "legacy", operator: "DoesNotExist" },
            { key: "tier", operator: "NotIn", values: ["db"] },
          ],
        }),
      ],
    },
    { it: "in the default namespace, named or not", given: [pod({}, "default"), policy({}, null)] },
  ],
  violating: [
    { it: "without any policy", given: orders, finds: [LABELS] },
    { it: "by one of another namespace", given: [orders, policy({}, "other")], finds: [`orders: ${LABELS}`] },
    {
      it: "by one for other labels",
      given: [orders, policy({ matchLabels: { app: "orders", tier: "db" } })],
      finds: [`orders: ${LABELS}`],
    },
    {
      it: "by one that excludes it",
      given: [orders, policy({ matchExpressions: [{ key: "app", operator: "NotIn", values: ["orders"] }] })],
      finds: [`orders: ${LABELS}`],
    },
    {
      it: "one of two pods",
      given: [orders, pod({ app: "carts" }, "shop", "carts"), policy({ matchLabels: { app: "orders" } })],
      finds: [`carts: ${LABELS}`],
    },
  ],
  unknown: [
    { it: "by one whose selector is unknown", given: [orders, policy(UNKNOWN)], finds: [`orders: ${LABELS}`] },
    {
      it: "with labels that are unknown",
      given: [pod(UNKNOWN), policy({ matchLabels: { app: "orders" } })],
      finds: [`orders: ${LABELS}`],
    },
    { it: "in a namespace that is unknown", given: [pod({}, UNKNOWN), policy({})], finds: [`orders: ${LABELS}`] },
  ],
  malformed: [
    { it: "by a selector that is text", given: [orders, policy("all")], finds: [`orders: ${LABELS}`] },
    {
      it: "by an operator that does not exist",
      given: [orders, policy({ matchExpressions: [{ key: "app", operator: "Like" }] })],
      finds: [`orders: ${LABELS}`],
    },
  ],
};
