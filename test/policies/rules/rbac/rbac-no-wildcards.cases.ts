import { rule } from "../../../../policies/rules/rbac/rbac-no-wildcards.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const role = (rule: object) => ({ metadata: { name: "reader" }, rules: [rule] });
const good = { apiGroups: [""], resources: ["pods"], verbs: ["get"] };

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "what is needed", role(good)),
    ...onEach(rule.kinds, "URLs below one", role({ nonResourceURLs: ["/healthz/*"], verbs: ["get"] })),
  ],
  violating: [
    ...onEach(rule.kinds, "every group", role({ ...good, apiGroups: ["*"] }), ["rules[0].apiGroups"]),
    ...onEach(rule.kinds, "every resource", role({ ...good, resources: ["pods", "*"] }), ["rules[0].resources"]),
    ...onEach(rule.kinds, "every verb", role({ ...good, verbs: ["*"] }), ["rules[0].verbs"]),
    ...onEach(rule.kinds, "every URL", role({ nonResourceURLs: ["*"], verbs: ["get"] }), ["rules[0].nonResourceURLs"]),
  ],
  unknown: [
    ...onEach(rule.kinds, "unknown verbs do not hide a resource", role({ ...good, verbs: UNKNOWN }), [
      "rules[0].verbs",
    ]),
    ...onEach(rule.kinds, "an unknown verb", role({ ...good, verbs: ["get", UNKNOWN] }), ["rules[0].verbs"]),
  ],
  malformed: [
    ...onEach(rule.kinds, "rules that are text", { rules: "*" }),
    ...onEach(rule.kinds, "verbs that are no list", role({ ...good, verbs: { "*": true } })),
  ],
};
