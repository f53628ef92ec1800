import { rule } from "../../../../policies/rules/ingress/ingress-tls-hosts.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const serving = (host: unknown, ...tls: unknown[]) => ({ spec: { rules: [{ host }], tls } });
const HOST = ["spec.rules[0].host"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "by name", serving("shop.example", { hosts: ["a.example"] }, { hosts: ["shop.example"] })),
    ...onEach(rule.kinds, "by wildcard", serving("shop.example", { hosts: ["*.example"] })),
    ...onEach(rule.kinds, "by an entry for all", serving("shop.example", { secretName: "shop" })),
  ],
  violating: [
    ...onEach(rule.kinds, "another", serving("shop.example", { hosts: ["a.example"] }), HOST),
    ...onEach(rule.kinds, "a wildcard is one label", serving("a.shop.example", { hosts: ["*.example"] }), HOST),
  ],
  unknown: [
    ...onEach(rule.kinds, "the host", serving(UNKNOWN, { hosts: ["a.example"] }), HOST),
    ...onEach(rule.kinds, "the hosts", serving("shop.example", { hosts: UNKNOWN }), HOST),
  ],
  malformed: onEach(rule.kinds, "a number", serving(7, { hosts: ["a.example"] }), HOST),
};
