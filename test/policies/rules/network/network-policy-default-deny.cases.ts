import { rule } from "../../../../policies/rules/network/network-policy-default-deny.ts";
import { object, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const namespace = object("Namespace", { metadata: { name: "shop" } }, "shop");
const policy = (spec: unknown, inNamespace: unknown = "shop") =>
  object("NetworkPolicy.networking.k8s.io", { metadata: { namespace: inNamespace }, spec }, "policy");
const both = { podSelector: {}, policyTypes: ["Ingress", "Egress"] };
const NAME = "shop: metadata.name";

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "both directions at once", given: [namespace, policy(both)] },
    {
      it: "with a way out to DNS",
      given: [namespace, policy({ ...both, egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 53 }] }] })],
    },
    {
      it: "one policy for each direction",
      given: [namespace, policy({ podSelector: {} }), policy({ podSelector: {}, policyTypes: ["Egress"] })],
    },
  ],
  violating: [
    { it: "no policy", given: namespace, finds: ["metadata.name", "metadata.name"] },
    { it: "only ingress", given: [namespace, policy({ podSelector: {} })], finds: [NAME] },
    {
      it: "only some pods",
      given: [namespace, policy({ ...both, podSelector: { matchLabels: { app: "orders" } } })],
      finds: [NAME, NAME],
    },
    { it: "another namespace", given: [namespace, policy(both, "other")], finds: [NAME, NAME] },
    { it: "one that allows all", given: [namespace, policy({ ...both, ingress: [{}] })], finds: [NAME] },
  ],
  unknown: [
    { it: "unknown types", given: [namespace, policy({ ...both, policyTypes: UNKNOWN })], finds: [NAME, NAME] },
    {
      it: "a name that the provider chooses",
      given: [object("Namespace", {}, "shop"), policy(both)],
      finds: [NAME, NAME],
    },
  ],
  malformed: [{ it: "a spec that is text", given: [namespace, policy("deny")], finds: [NAME, NAME] }],
};
