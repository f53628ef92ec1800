import type { networking } from "@pulumi/kubernetes/types/input.js";

/** Nothing in, nothing out, for every pod of a namespace that no other policy opens anything for. */
export const defaultDeny: networking.v1.NetworkPolicySpec = {
  podSelector: {},
  policyTypes: ["Ingress", "Egress"],
};
