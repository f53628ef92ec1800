import type { ObjectRule } from "../../../../policies/rule.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

/** A permission that a rule about roles forbids, in all ways to write it. */
export function permissionCases(
  rule: ObjectRule,
  { group = "", resources, verb, namespace = "shop" }: PermissionCases,
): RuleCases {
  const role = (...rules: unknown[]) => ({ metadata: { name: "reader", namespace }, rules });
  const [resource] = resources;
  const forbidden = { apiGroups: [group], resources: [resource], verbs: [verb] };
  const harmless = { apiGroups: ["apps"], resources: ["deployments"], verbs: ["get", "list"] };
  const found = ["rules[1].verbs"];
  return {
    rule,
    compliant: [
      ...onEach(rule.kinds, "other resources", role(harmless)),
      ...onEach(rule.kinds, "the same resources by another verb", role({ ...forbidden, verbs: ["greet"] })),
      ...onEach(rule.kinds, "the same words of another group", role({ ...forbidden, apiGroups: ["example.com"] })),
    ],
    violating: [
      ...resources.flatMap((each) =>
        onEach(rule.kinds, each, role(harmless, { ...forbidden, resources: [each] }), found),
      ),
      ...onEach(rule.kinds, "every verb", role(harmless, { ...forbidden, verbs: ["*"] }), found),
      ...onEach(rule.kinds, "every resource", role(harmless, { ...forbidden, resources: ["*"] }), found),
      ...onEach(rule.kinds, "every group", role(harmless, { ...forbidden, apiGroups: ["*"] }), found),
    ],
    unknown: [
      ...onEach(rule.kinds, "unknown verbs", role({ ...forbidden, verbs: UNKNOWN }), ["rules[0].verbs"]),
      ...onEach(rule.kinds, "unknown rules", { rules: UNKNOWN, metadata: { namespace } }, ["rules[?].verbs"]),
    ],
    malformed: [
      ...onEach(rule.kinds, "rules that are text", { rules: "all" }),
      ...onEach(rule.kinds, "lists that are none", role(null, 7, { verbs: "*", resources: {}, apiGroups: true })),
    ],
  };
}

interface PermissionCases {
  /** @default core */
  readonly group?: string;
  readonly resources: readonly [string, ...string[]];
  readonly verb: string;
  readonly namespace?: string;
}
