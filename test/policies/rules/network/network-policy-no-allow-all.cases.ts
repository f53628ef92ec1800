import { rule } from "../../../../policies/rules/network/network-policy-no-allow-all.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const policy = (spec: unknown) => ({ spec });
const orders = { podSelector: { matchLabels: { app: "orders" } } };

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(
      rule.kinds,
      "named peers",
      policy({ ingress: [{ from: [orders] }], egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] }),
    ),
  ],
  violating: [
    ...onEach(rule.kinds, "a rule without peers", policy({ ingress: [{ from: [orders] }, {}] }), [
      "spec.ingress[1].from",
    ]),
    ...onEach(rule.kinds, "an empty list of peers", policy({ egress: [{ to: [], ports: [{ port: 443 }] }] }), [
      "spec.egress[0].to",
    ]),
    ...onEach(
      rule.kinds,
      "every address",
      policy({ ingress: [{ from: [orders, { ipBlock: { cidr: "0.0.0.0/0" } }] }] }),
      ["spec.ingress[0].from[1].ipBlock.cidr"],
    ),
    ...onEach(rule.kinds, "every address, version 6", policy({ egress: [{ to: [{ ipBlock: { cidr: "::/0" } }] }] }), [
      "spec.egress[0].to[0].ipBlock.cidr",
    ]),
  ],
  unknown: [
    ...onEach(rule.kinds, "unknown peers", policy({ ingress: [{ from: UNKNOWN }] }), [
      "spec.ingress[0].from",
      "spec.ingress[0].from[?].ipBlock.cidr",
    ]),
    ...onEach(rule.kinds, "an unknown block", policy({ ingress: [{ from: [{ ipBlock: { cidr: UNKNOWN } }] }] }), [
      "spec.ingress[0].from[0].ipBlock.cidr",
    ]),
  ],
  malformed: [
    ...onEach(rule.kinds, "rules that are no list", policy({ ingress: {}, egress: "all" })),
    ...onEach(rule.kinds, "peers that are text", policy({ ingress: [{ from: "all" }] })),
  ],
};
